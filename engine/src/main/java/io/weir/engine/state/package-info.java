/** Keyed state and the reducers that fold events into it. */
@NullMarked
package io.weir.engine.state;

import org.jspecify.annotations.NullMarked;
