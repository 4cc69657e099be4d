/** {@code weir eval noise}: what is found in ordinary tool traffic. */
@NullMarked
package io.weir.launcher.eval.noise;

import org.jspecify.annotations.NullMarked;
