package io.weir.scanapi.agent;

import io.weir.engine.trust.TrustArithmetic;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the calls of each agent on this node since one was denied. Bounded: the agent that called longest ago goes
 * first. Safe to share between threads.
 */
final class Streaks {

    private static final int AGENTS_MAX = 100_000;

    private final Map<String, Integer> calls = new LinkedHashMap<>(16, 0.75f, true);

    /** Counts a call that was not denied; whether it ends a streak. */
    synchronized boolean clean(String agent) {
        int count = calls.merge(agent, 1, Integer::sum);
        if (calls.size() > AGENTS_MAX) {
            calls.remove(calls.keySet().iterator().next());
        }
        if (count < TrustArithmetic.STREAK_CALLS) {
            return false;
        }
        calls.remove(agent);
        return true;
    }

    /** A call was denied. */
    synchronized void broken(String agent) {
        calls.remove(agent);
    }
}
