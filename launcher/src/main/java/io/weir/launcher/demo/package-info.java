/** {@code weir demo}: a scripted agent, its benign twin, and what the real parts say about them. */
@NullMarked
package io.weir.launcher.demo;

import org.jspecify.annotations.NullMarked;
