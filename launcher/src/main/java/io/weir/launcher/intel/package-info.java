/** {@code weir intel}: feeds of threats. */
@NullMarked
package io.weir.launcher.intel;

import org.jspecify.annotations.NullMarked;
