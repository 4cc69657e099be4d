package io.weir.scanapi.agent;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.platform.health.Health;
import io.weir.scanapi.log.StepLog;
import io.weir.schemas.event.AgentMarked;
import io.weir.schemas.event.AgentMarks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all nodes of marks: of an agent one record at a time, with all that came in while the one before was stored. So
 * the log grows with its own speed and not with that of a denied agent. Bounded in agents. Safe to share between
 * threads.
 */
final class MarkTeller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MarkTeller.class);
    private static final int AGENTS_MAX = 10_000;

    private final StepLog<AgentMarked> log;
    private final Supplier<UUID> ids;
    private final Counter unstored;
    private final Map<Agent, AgentMarks> waiting = new HashMap<>();
    private final Set<Agent> underWay = new HashSet<>();

    MarkTeller(StepLog<AgentMarked> log, Supplier<UUID> ids, MeterRegistry meters) {
        this.log = log;
        this.ids = ids;
        this.unstored = Counter.builder("weir.agents.unstored")
                .description("Records of what counts for the trust of agents that could not be stored.")
                .register(meters);
    }

    private record Agent(String tenant, String agentId) {}

    /** Has marks stored; completed once they are, or given up. */
    CompletionStage<Void> tell(String tenant, String agentId, AgentMarks marks, long timeMillis) {
        Agent agent = new Agent(tenant, agentId);
        if (!register(agent, marks)) {
            return CompletableFuture.completedFuture(null);
        }
        return store(agent, marks, timeMillis);
    }

    /** Whether the marks are to be stored now; otherwise they wait, or are left out. */
    private synchronized boolean register(Agent agent, AgentMarks marks) {
        if (underWay.add(agent)) {
            return true;
        }
        if (waiting.size() < AGENTS_MAX || waiting.containsKey(agent)) {
            waiting.merge(agent, marks, AgentMarks::plus);
        } else {
            unstored.increment();
        }
        return false;
    }

    private CompletionStage<Void> store(Agent agent, AgentMarks marks, long timeMillis) {
        AgentMarked event = new AgentMarked(ids.get().toString(), agent.tenant(), agent.agentId(), timeMillis, marks);
        return log.takeLater(event).handle((stored, failure) -> {
            if (failure != null) {
                unstored.increment();
                LOG.warn(
                        "event=agent_mark_unstored cause={}", failure.getClass().getName());
            }
            next(agent, timeMillis);
            return null;
        });
    }

    private void next(Agent agent, long timeMillis) {
        AgentMarks more;
        synchronized (this) {
            more = waiting.remove(agent);
            if (more == null) {
                underWay.remove(agent);
                return;
            }
        }
        store(agent, more, timeMillis);
    }

    Health health() {
        return log.health();
    }

    @Override
    public void close() {
        log.close();
    }
}
