/** What the risk engines of a node know: habits of agents, and feeds of threats. */
@NullMarked
package io.weir.scanapi.risk;

import org.jspecify.annotations.NullMarked;
