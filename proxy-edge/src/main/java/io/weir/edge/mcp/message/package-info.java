/**
 * Messages of the Model Context Protocol: JSON-RPC 2.0 read strictly, told apart, and rewritten without touching the
 * rest.
 */
@NullMarked
package io.weir.edge.mcp.message;

import org.jspecify.annotations.NullMarked;
