/** The HTTP gateway: scans a call, enforces the decision, forwards, reports the response. */
@NullMarked
package io.weir.edge.gateway;

import org.jspecify.annotations.NullMarked;
