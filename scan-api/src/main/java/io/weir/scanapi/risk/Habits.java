package io.weir.scanapi.risk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.engine.baseline.AgentHabits;
import io.weir.engine.baseline.Anomaly;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Decision;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the agents of this node usually do. Bounded: the agent that called longest ago goes first, and is counted. Safe
 * to share between threads.
 */
public final class Habits {

    /** Habits of agents kept in memory, about 30 KB each at most. */
    private static final int AGENTS_MAX = 5_000;

    private final int sensitivity;
    private final Counter forgotten;
    private final Map<String, AgentHabits> byAgent = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * No habits yet.
     *
     * @param sensitivity 1..10; 0 knows nothing at all
     */
    public Habits(int sensitivity, MeterRegistry meters) {
        this.sensitivity = sensitivity;
        this.forgotten = Counter.builder("weir.habits.forgotten")
                .description("Agents whose habits were forgotten to stay within the limit.")
                .register(meters);
        Gauge.builder("weir.habits.agents", this, Habits::size)
                .description("Agents whose habits this node keeps.")
                .register(meters);
    }

    /** Knows no agent, and shows nothing in metrics: the real ones may come after it. */
    public static Habits none() {
        return new Habits(0, new SimpleMeterRegistry());
    }

    /** How unlike the other calls of its agent a call is. */
    Anomaly compare(Principal principal, ToolCall call, long timeMillis) {
        AgentHabits habits = find(principal);
        if (habits == null) {
            return Anomaly.NONE;
        }
        synchronized (habits) {
            return habits.compare(call, timeMillis, sensitivity);
        }
    }

    /** Takes note of a decided call; one that did not go out teaches nothing. */
    public void learn(DecisionMade event) {
        Decision decision = event.outcome().decision();
        if (sensitivity == 0 || decision == Decision.DENY || decision == Decision.REQUIRE_APPROVAL) {
            return;
        }
        AgentHabits habits = findOrAdd(event.principal());
        synchronized (habits) {
            habits.learn(event.call(), event.timeMillis());
        }
    }

    private synchronized @Nullable AgentHabits find(Principal principal) {
        return byAgent.get(key(principal));
    }

    private synchronized AgentHabits findOrAdd(Principal principal) {
        AgentHabits habits = byAgent.computeIfAbsent(key(principal), agent -> new AgentHabits());
        if (byAgent.size() > AGENTS_MAX) {
            Iterator<String> oldest = byAgent.keySet().iterator();
            oldest.next();
            oldest.remove();
            forgotten.increment();
        }
        return habits;
    }

    private synchronized int size() {
        return byAgent.size();
    }

    private static String key(Principal principal) {
        return principal.tenant() + "|" + principal.agentId();
    }
}
