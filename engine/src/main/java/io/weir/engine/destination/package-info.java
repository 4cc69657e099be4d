/** What a call does and where it can carry data to. */
@NullMarked
package io.weir.engine.destination;

import org.jspecify.annotations.NullMarked;
