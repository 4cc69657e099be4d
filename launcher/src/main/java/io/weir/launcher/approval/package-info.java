/** {@code weir approval}: people decide on held calls. */
@NullMarked
package io.weir.launcher.approval;

import org.jspecify.annotations.NullMarked;
