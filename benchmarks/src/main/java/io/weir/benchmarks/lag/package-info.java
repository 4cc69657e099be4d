/** How long it takes until what one scan API node has read stops a write on another. */
@NullMarked
package io.weir.benchmarks.lag;

import org.jspecify.annotations.NullMarked;
