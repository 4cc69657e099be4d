package io.weir.correlator.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.platform.health.Health;
import io.weir.platform.health.HealthState;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Whether the correlator keeps up: its tasks are owned and restored, and what waits is known and not too much. The
 * state RUNNING alone says little: a client can be RUNNING for seconds and own nothing.
 *
 * <p>The cluster is asked by a thread of its own; {@link #check()} answers from the last answer. Safe to share between
 * threads.
 */
public final class CorrelatorHealth implements AutoCloseable {

    private static final long PERIOD_MILLIS = 250;

    private final KafkaStreams streams;
    private final SourceLag lag;
    private final ReadinessRule rule;
    private final ScheduledExecutorService observer;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile OptionalLong lagRecords = OptionalLong.empty();

    private CorrelatorHealth(KafkaStreams streams, SourceLag lag, ReadinessRule rule) {
        this.streams = streams;
        this.lag = lag;
        this.rule = rule;
        this.observer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "weir-correlator-health");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to observe.
     *
     * @param admin to ask the cluster with; closing it is the caller's business
     * @param topic full name of the topic of calls
     * @param group name of the correlator's consumer group
     */
    public static CorrelatorHealth observe(
            KafkaStreams streams, Admin admin, String topic, String group, ReadinessRule rule, MeterRegistry meters) {
        CorrelatorHealth health = new CorrelatorHealth(streams, new SourceLag(admin, topic, group), rule);
        Gauge.builder("weir.correlator.lag", health, CorrelatorHealth::lagForGauge)
                .description("Records of the topic of calls that no instance has processed yet")
                .register(meters);
        health.observer.scheduleWithFixedDelay(health::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return health;
    }

    /** The health as last seen. */
    public Health check() {
        return rule.judge(new ReadinessRule.Sight(
                streams.state().name(),
                streams.state() == KafkaStreams.State.RUNNING,
                owned(),
                lag.partitions(),
                lagRecords));
    }

    /** Completed when the correlator is up for the first time. */
    public CompletionStage<Void> ready() {
        return ready.minimalCompletionStage();
    }

    @Override
    public void close() {
        observer.shutdownNow();
    }

    private void look() {
        try {
            lagRecords = lag.measure();
            if (check().state() == HealthState.UP) {
                ready.complete(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int owned() {
        return streams.metadataForLocalThreads().stream()
                .mapToInt(thread -> thread.activeTasks().size())
                .sum();
    }

    private double lagForGauge() {
        return lagRecords.isPresent() ? lagRecords.getAsLong() : Double.NaN;
    }
}
