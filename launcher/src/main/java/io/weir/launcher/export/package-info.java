/** {@code weir export}: decisions of the past, for other systems. */
@NullMarked
package io.weir.launcher.export;

import org.jspecify.annotations.NullMarked;
