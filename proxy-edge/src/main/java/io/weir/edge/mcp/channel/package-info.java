/** Ways to ask a server one thing at a time, whatever it speaks. */
@NullMarked
package io.weir.edge.mcp.channel;

import org.jspecify.annotations.NullMarked;
