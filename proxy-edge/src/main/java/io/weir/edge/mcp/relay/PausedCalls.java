package io.weir.edge.mcp.relay;

import io.weir.edge.call.AgentIdentity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Calls that were answered while they wait for a one-time code, as they came. Bounded: the oldest goes first, and must
 * then be made again by the client. Safe to share between threads.
 */
final class PausedCalls {

    private static final int CALLS_MAX = 1_000;
    private static final long UNITS_MAX = 32 << 20;

    private final Deque<HeldCall> calls = new ArrayDeque<>();
    private long units;

    /** Takes a call in, once. */
    synchronized void add(HeldCall call) {
        remove(call.agent(), call.approvalId());
        calls.addFirst(call);
        units += length(call);
        while (calls.size() > CALLS_MAX || units > UNITS_MAX) {
            units -= length(calls.removeLast());
        }
    }

    /** Ids of the approvals that calls of an agent wait for, the newest first. */
    synchronized List<String> waiting(AgentIdentity agent, int limit) {
        return calls.stream()
                .filter(call -> isOf(agent, call))
                .map(HeldCall::approvalId)
                .limit(limit)
                .toList();
    }

    /** Takes a call of an agent out; empty if there is none. */
    synchronized Optional<HeldCall> remove(AgentIdentity agent, String approvalId) {
        for (Iterator<HeldCall> each = calls.iterator(); each.hasNext(); ) {
            HeldCall call = each.next();
            if (isOf(agent, call) && call.approvalId().equals(approvalId)) {
                each.remove();
                units -= length(call);
                return Optional.of(call);
            }
        }
        return Optional.empty();
    }

    private static int length(HeldCall call) {
        return call.message().text().length();
    }

    private static boolean isOf(AgentIdentity agent, HeldCall call) {
        return key(agent).equals(key(call.agent()));
    }

    private static List<String> key(AgentIdentity agent) {
        return List.of(
                String.valueOf(agent.agentId()),
                String.valueOf(agent.sessionId()),
                String.valueOf(agent.callerHeaders().mcpSessionId()));
    }
}
