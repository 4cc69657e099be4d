/** Several scan API nodes on one cluster. */
@NullMarked
package io.weir.e2e.nodes;

import org.jspecify.annotations.NullMarked;
