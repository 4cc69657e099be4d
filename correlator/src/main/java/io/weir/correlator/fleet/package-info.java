/** The session's side of the fleet lane: questions to the buckets, and what follows from their answers. */
@NullMarked
package io.weir.correlator.fleet;

import org.jspecify.annotations.NullMarked;
