/** Remembers how the tools of a server were defined, and tells what has changed or looks wrong. */
@NullMarked
package io.weir.edge.mcp.pin;

import org.jspecify.annotations.NullMarked;
