/** An agent's call as it reaches an enforcement point: target, headers, body, and who makes it. */
@NullMarked
package io.weir.edge.call;

import org.jspecify.annotations.NullMarked;
