/** Settings that belong to the process as a whole. */
@NullMarked
package io.weir.launcher.config;

import org.jspecify.annotations.NullMarked;
