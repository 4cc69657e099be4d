/** {@code weir eval traces}: links and decisions on labelled traces. */
@NullMarked
package io.weir.launcher.eval.traces;

import org.jspecify.annotations.NullMarked;
