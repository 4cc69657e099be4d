package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Links the retries of a call that wanted more input (revision 2026-07-28) with the call: it carries the server's
 * {@code requestState} back. Bounded; safe to share between threads.
 */
public final class Retries {

    private static final int REMEMBERED_MAX = 1_000;

    /** By hash of the state, so that states of any length cost the same; a collision links two calls in evidence. */
    private final Map<Integer, String> traceByState = BoundedMap.byAge(REMEMBERED_MAX);

    private final TaskTraces tasks = new TaskTraces();

    /** The calls that tasks have come from, which are asked about in requests of their own too. */
    TaskTraces tasks() {
        return tasks;
    }

    /** Remembers the state in a response that wants input. */
    synchronized void note(Message response, String traceId) {
        String state = Members.text(response.result().get("requestState"));
        if (state != null) {
            traceByState.put(state.hashCode(), traceId);
        }
    }

    /** The trace of the call that this one goes on with, or null. */
    synchronized @Nullable String parent(Message request) {
        String state = Members.text(request.params().get("requestState"));
        return state == null ? null : traceByState.get(state.hashCode());
    }
}
