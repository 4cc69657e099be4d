/** Input schemas of tools in the form that strict function calling takes. */
@NullMarked
package io.weir.edge.mcp.schema;

import org.jspecify.annotations.NullMarked;
