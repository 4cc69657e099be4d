/** Held calls, what people decide about them, and which call a decision is for. */
@NullMarked
package io.weir.engine.approval;

import org.jspecify.annotations.NullMarked;
