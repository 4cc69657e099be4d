/** Servers that clients of the scan protocol register, and call by requests of their own form. */
@NullMarked
package io.weir.edge.mcp.registered;

import org.jspecify.annotations.NullMarked;
