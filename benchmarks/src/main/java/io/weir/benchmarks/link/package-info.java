/** What it costs to find out whether a write holds something of what was read before. */
@NullMarked
package io.weir.benchmarks.link;

import org.jspecify.annotations.NullMarked;
