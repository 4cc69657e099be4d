/** {@code weir hook}: what hosts of agents start before and after each tool call. */
@NullMarked
package io.weir.launcher.hook;

import org.jspecify.annotations.NullMarked;
