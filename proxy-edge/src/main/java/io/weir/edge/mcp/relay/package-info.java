/** Passes messages between a client and a server, each judged on its way. */
@NullMarked
package io.weir.edge.mcp.relay;

import org.jspecify.annotations.NullMarked;
