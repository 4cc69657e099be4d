/** Metrics in Prometheus form. */
@NullMarked
package io.weir.platform.metrics;

import org.jspecify.annotations.NullMarked;
