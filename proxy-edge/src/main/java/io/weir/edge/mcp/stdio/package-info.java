/** The proxy for servers that run as a child process and speak over its standard input and output. */
@NullMarked
package io.weir.edge.mcp.stdio;

import org.jspecify.annotations.NullMarked;
