/** An edge for fleets that run Envoy: its external authorization and its external processing, over gRPC. */
@NullMarked
package io.weir.edge.envoy;

import org.jspecify.annotations.NullMarked;
