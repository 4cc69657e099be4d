/** {@code weir canary}: makes values that nobody should ever send. */
@NullMarked
package io.weir.launcher.canary;

import org.jspecify.annotations.NullMarked;
