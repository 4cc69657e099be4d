/** Enforcement for agents that use tools by the Model Context Protocol. */
@NullMarked
package io.weir.edge.mcp;

import org.jspecify.annotations.NullMarked;
