/** A payload as addressed texts. */
@NullMarked
package io.weir.engine.payload;

import org.jspecify.annotations.NullMarked;
