/** Held calls: what people decide about them, and what that means for the next try. */
@NullMarked
package io.weir.scanapi.approval;

import org.jspecify.annotations.NullMarked;
