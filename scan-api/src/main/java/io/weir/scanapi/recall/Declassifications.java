package io.weir.scanapi.recall;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.messaging.log.SharedLog;
import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Health;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.Statement;
import io.weir.schemas.topic.Topics;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people have let go, of each tenant at most {@value #STATEMENTS_MAX} statements, as many as the correlator knows.
 * What would be one more is counted and not taken, so that the node is rather too strict. Safe to share between
 * threads.
 */
public final class Declassifications implements AutoCloseable {

    static final int STATEMENTS_MAX = 4_096;

    private final InstantSource time;
    private final Counter refused;
    private final SharedLog<Statement> log;
    // Before the log is opened nobody but its listener may touch it.
    private final Map<String, Map<String, Declassification>> byTenant = new HashMap<>();

    private Declassifications(SharedLogs logs, InstantSource time, MeterRegistry meters) {
        this.time = time;
        this.refused = Counter.builder("weir.recall.declassifications.refused")
                .description("Declassifications that were not taken, because there are too many.")
                .register(meters);
        Gauge.builder("weir.recall.declassifications", this, Declassifications::size)
                .description("Declassifications that are known and not revoked.")
                .register(meters);
        // Each partition has all statements, so the first one is enough.
        this.log = logs.open(Topics.DECLASSIFICATIONS, Statement.class, Statement::statementId, this::hear);
    }

    /** Reads all that there is, and follows. */
    public static Declassifications open(SharedLogs logs, InstantSource time, MeterRegistry meters) {
        return new Declassifications(logs, time, meters);
    }

    /** Those of a tenant that were not revoked, whether or not they hold now. */
    synchronized List<Declassification> of(String tenant) {
        Map<String, Declassification> known = byTenant.get(tenant);
        return known == null ? List.of() : List.copyOf(known.values());
    }

    /** Down while statements do not come in. */
    public Health health() {
        return log.health();
    }

    @Override
    public void close() {
        log.close();
    }

    private synchronized void hear(Statement statement) {
        if (!(statement instanceof Declassification one)) {
            return;
        }
        Map<String, Declassification> known = byTenant.computeIfAbsent(one.tenant(), tenant -> new LinkedHashMap<>());
        known.remove(one.statementId());
        if (known.size() >= STATEMENTS_MAX) {
            known.values().removeIf(other -> other.untilMillis() <= time.millis());
        }
        if (known.size() >= STATEMENTS_MAX) {
            refused.increment();
        } else if (!one.revoked()) {
            known.put(one.statementId(), one);
        }
    }

    private synchronized int size() {
        return byTenant.values().stream().mapToInt(Map::size).sum();
    }
}
