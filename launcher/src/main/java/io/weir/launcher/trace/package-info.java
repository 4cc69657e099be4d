/** Recorded runs of agents in a neutral file format. */
@NullMarked
package io.weir.launcher.trace;

import org.jspecify.annotations.NullMarked;
