/** {@code weir policy}: policies for their authors. */
@NullMarked
package io.weir.launcher.policy;

import org.jspecify.annotations.NullMarked;
