/** A server of our own that offers scans as tools. */
@NullMarked
package io.weir.edge.mcp.guard;

import org.jspecify.annotations.NullMarked;
