/** Asks the scan API about what goes to a server and tells it what comes back. */
@NullMarked
package io.weir.edge.mcp.judge;

import org.jspecify.annotations.NullMarked;
