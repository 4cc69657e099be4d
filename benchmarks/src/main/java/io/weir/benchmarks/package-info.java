/** What a scan costs: CPU time, memory, and bodies made to be slow. */
@NullMarked
package io.weir.benchmarks;

import org.jspecify.annotations.NullMarked;
