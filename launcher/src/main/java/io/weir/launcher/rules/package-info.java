/** {@code weir rules}: rule files for their authors. */
@NullMarked
package io.weir.launcher.rules;

import org.jspecify.annotations.NullMarked;
