package io.weir.correlator;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.correlator.failure.DeadLetters;
import io.weir.correlator.failure.UncaughtFailures;
import io.weir.correlator.fleet.FleetForms;
import io.weir.correlator.health.CorrelatorHealth;
import io.weir.correlator.health.ReadinessRule;
import io.weir.correlator.session.LossMeters;
import io.weir.correlator.topology.CorrelatorTopology;
import io.weir.engine.correlation.SessionCorrelation;
import io.weir.engine.pattern.PatternRule;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.platform.health.Health;
import io.weir.schemas.topic.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The correlator: reads calls and responses, raises alerts, and writes decisions, audit log and SIEM topics. The topics
 * must exist. Safe to share between threads.
 */
public final class Correlator implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Correlator.class);
    private static final Duration CLOSE_TIME_MAX = Duration.ofSeconds(10);

    private final KafkaStreams streams;
    private final CorrelatorHealth health;
    private final Admin admin;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Correlator(KafkaStreams streams, CorrelatorHealth health, Admin admin) {
        this.streams = streams;
        this.health = health;
        this.admin = admin;
    }

    /** Wires a correlator and starts it. It returns at once; {@link #ready()} tells when it works. */
    public static Correlator start(CorrelatorConfig config, KafkaConnection connection, MeterRegistry meters) {
        Topology topology =
                CorrelatorTopology.build(config.topology(connection::nameOf), rules(config, meters), meters);
        DeadLetters deadLetters = new DeadLetters(connection.nameOf(Topics.DEAD_LETTERS), meters);
        KafkaStreams streams = new KafkaStreams(topology, StreamsSettings.of(config, connection, deadLetters));
        streams.setUncaughtExceptionHandler(new UncaughtFailures(InstantSource.system(), meters));
        streams.setStateListener(
                (after, before) -> log.info("event=correlator_state before={} after={}", before, after));
        Admin admin = Admin.create(connection.clientProperties());
        CorrelatorHealth health = CorrelatorHealth.observe(
                streams,
                admin,
                connection.nameOf(Topics.CALLS),
                StreamsSettings.applicationId(connection),
                new ReadinessRule(config.instances(), config.lagRecordsMax()),
                meters);
        return new Correlator(streams, health, admin).started();
    }

    private static Supplier<SessionCorrelation> rules(CorrelatorConfig config, MeterRegistry meters) {
        LossMeters losses = new LossMeters(meters);
        PatternRule patterns = new PatternRule().without(config.patternsOff());
        return () -> new SessionCorrelation(FleetForms.session(), losses, patterns);
    }

    /** Whether it owns its partitions and keeps up. */
    public Health health() {
        return health.check();
    }

    /** Completed when the correlator is up for the first time. */
    public CompletionStage<Void> ready() {
        return health.ready();
    }

    /** Commits and stops, within 10 seconds. May be called twice. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        health.close();
        // Leaving the group keeps close() from waiting for a rebalance that is under way, measured 45 s.
        boolean clean = streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIME_MAX));
        admin.close(Duration.ofSeconds(1));
        log.info("event=correlator_stopped clean={}", clean);
    }

    /** A client that failed to start holds the lock on its state until it is closed. */
    private Correlator started() {
        try {
            streams.start();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }
}
