/** The command line. */
@NullMarked
package io.weir.launcher;

import org.jspecify.annotations.NullMarked;
