package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.judge.CallTrace;
import io.weir.edge.mcp.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A request of the client's that the server has not answered yet.
 *
 * @param request the request
 * @param trace what its response is reported under
 * @param modern whether the client speaks 2026-07-28 or later
 * @param task what its client polls for it; null if it waits for the result itself
 */
record OpenCall(
        Message request,
        CallTrace trace,
        boolean modern,
        @Nullable HeldTask task) {

    /** A call whose client waits for the result itself. */
    OpenCall(Message request, CallTrace trace, boolean modern) {
        this(request, trace, modern, null);
    }

    /** The same call, of a task. */
    OpenCall of(HeldTask polled) {
        return new OpenCall(request, trace, modern, polled);
    }

    /** The answer as its client gets it. */
    String told(String answer) {
        if (task == null) {
            return answer;
        }
        task.end(answer);
        return task.told(request.id());
    }
}
