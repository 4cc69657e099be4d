/** Load runs of the correlator on a real broker, beside a topology that only passes records on. */
@NullMarked
package io.weir.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
