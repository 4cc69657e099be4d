/** Foreign clients and servers of the Model Context Protocol, with the edges between them. */
@NullMarked
package io.weir.e2e.mcp;

import org.jspecify.annotations.NullMarked;
