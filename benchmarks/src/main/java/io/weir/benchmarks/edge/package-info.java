/** What enforcement points cost beside no enforcement. */
@NullMarked
package io.weir.benchmarks.edge;

import org.jspecify.annotations.NullMarked;
