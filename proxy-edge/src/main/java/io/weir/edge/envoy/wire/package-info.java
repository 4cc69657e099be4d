/** Messages of Envoy's two services, as far as we use them: fields by number over protobuf's own reader and writer. */
@NullMarked
package io.weir.edge.envoy.wire;

import org.jspecify.annotations.NullMarked;
