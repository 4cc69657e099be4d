/**
 * What is said in one era of the protocol, as the other has it: revisions with sessions, and 2026-07-28, which has
 * none.
 */
@NullMarked
package io.weir.edge.mcp.era;

import org.jspecify.annotations.NullMarked;
