/** {@code weir up}: everything on one machine, until it is stopped. */
@NullMarked
package io.weir.launcher.up;

import org.jspecify.annotations.NullMarked;
