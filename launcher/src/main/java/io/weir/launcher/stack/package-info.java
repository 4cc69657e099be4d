/** All parts of Weir in one process. */
@NullMarked
package io.weir.launcher.stack;

import org.jspecify.annotations.NullMarked;
