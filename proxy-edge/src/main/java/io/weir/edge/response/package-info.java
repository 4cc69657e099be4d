/** Responses on their way to the agent: read for the scan API, reported, handed on, in this order. */
@NullMarked
package io.weir.edge.response;

import org.jspecify.annotations.NullMarked;
