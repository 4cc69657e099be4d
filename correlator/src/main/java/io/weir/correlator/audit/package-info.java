/** The audit lane: a hash chain for each partition. */
@NullMarked
package io.weir.correlator.audit;

import org.jspecify.annotations.NullMarked;
