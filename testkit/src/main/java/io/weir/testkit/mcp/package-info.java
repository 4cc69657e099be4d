/**
 * A server of the Model Context Protocol for tests and benchmarks, with everything that its conformance suite asks for.
 */
@NullMarked
package io.weir.testkit.mcp;

import org.jspecify.annotations.NullMarked;
