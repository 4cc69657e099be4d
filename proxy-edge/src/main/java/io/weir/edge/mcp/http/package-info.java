/** The proxy for servers that speak streamable HTTP. */
@NullMarked
package io.weir.edge.mcp.http;

import org.jspecify.annotations.NullMarked;
