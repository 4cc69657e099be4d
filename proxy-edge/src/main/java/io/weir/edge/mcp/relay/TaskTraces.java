package io.weir.edge.mcp.relay;

import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.judge.CallTrace;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which calls the tasks of a server have come from (tasks of revision 2025-11-25, and the extension of 2026-07-28):
 * what is fetched of a task later is reported as what its call has read. Bounded; safe to share between threads.
 */
final class TaskTraces {

    private static final int REMEMBERED_MAX = 4_096;

    private final Map<String, CallTrace> byTask = BoundedMap.byAge(REMEMBERED_MAX);

    /** Remembers the task that a server has made of a call, if it has. */
    synchronized void note(Message response, CallTrace call) {
        Map<String, @Nullable Object> result = response.result();
        boolean isTask = "task".equals(result.get("resultType"));
        Object task =
                isTask ? result.get("taskId") : Members.map(result.get("task")).get("taskId");
        if (task instanceof String id) {
            // A server that makes two tasks of one name does not get to say whose the second one is.
            byTask.putIfAbsent(id, call);
        }
    }

    /** The call of the task that a message speaks of, if it is this agent's. */
    synchronized Optional<CallTrace> of(Message message, AgentIdentity agent) {
        boolean speaks = message.methodName().startsWith("tasks/")
                || message.methodName().startsWith("notifications/tasks");
        Object task = speaks ? message.params().get("taskId") : null;
        CallTrace call = task instanceof String id ? byTask.get(id) : null;
        return Optional.ofNullable(call)
                .filter(found -> isSame(found.agent(), agent))
                .map(found -> new CallTrace(found.traceId(), found.sessionId(), agent));
    }

    private static boolean isSame(AgentIdentity one, AgentIdentity other) {
        return Objects.equals(one.agentId(), other.agentId())
                && Objects.equals(one.sessionId(), other.sessionId())
                && Objects.equals(
                        one.callerHeaders().mcpSessionId(),
                        other.callerHeaders().mcpSessionId());
    }
}
