/** {@code weir key} and {@code weir token}: who may do what, from the command line. */
@NullMarked
package io.weir.launcher.key;

import org.jspecify.annotations.NullMarked;
