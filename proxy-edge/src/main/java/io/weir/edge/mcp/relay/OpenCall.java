package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.judge.CallTrace;
import io.weir.edge.mcp.message.Message;

/**
 * A request of the client's that the server has not answered yet.
 *
 * @param request the request
 * @param trace what its response is reported under
 * @param modern whether the client speaks 2026-07-28 or later
 */
record OpenCall(Message request, CallTrace trace, boolean modern) {}
