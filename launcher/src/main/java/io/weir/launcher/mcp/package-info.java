/** {@code weir mcp}: edges for agents that use tools by the Model Context Protocol. */
@NullMarked
package io.weir.launcher.mcp;

import org.jspecify.annotations.NullMarked;
