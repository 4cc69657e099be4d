package io.weir.messaging.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.messaging.AlertFeed;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.codec.RecordUnreadable;
import io.weir.platform.health.Health;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@link Topics#ALERTS} in one group for all scan nodes, on a thread of its own. Offsets are committed when the
 * listener is done, so a node that dies leaves what it had not finished to another.
 */
public final class KafkaAlertFeed implements AlertFeed, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaAlertFeed.class);
    private static final String GROUP = "incidents";
    private static final Duration POLL_TIME_MAX = Duration.ofMillis(500);
    private static final int RECORDS_MAX = 100;
    private static final long LISTEN_MILLIS_MAX = 20_000;

    private final Consumer<String, byte[]> consumer;
    private final RecordCodec<AlertRaised> codec = RecordCodec.of(AlertRaised.class);
    private final Counter heard;
    private final Counter unreadable;
    private final AtomicBoolean followed = new AtomicBoolean();
    private final ConsumerThread thread;
    private volatile Function<AlertRaised, CompletionStage<?>> listener =
            alert -> CompletableFuture.completedFuture(null);

    private KafkaAlertFeed(Consumer<String, byte[]> consumer, String topic, MeterRegistry meters) {
        this.consumer = consumer;
        this.thread = new ConsumerThread(consumer, "weir-alert-feed", this::read);
        this.heard = Counter.builder("weir.alerts.heard")
                .description("Alerts of the correlator that this node has heard.")
                .register(meters);
        this.unreadable = Counter.builder("weir.alerts.unreadable")
                .description("Records among the alerts that could not be read.")
                .register(meters);
        consumer.subscribe(List.of(topic));
    }

    /** A feed of what this cluster holds. */
    public static KafkaAlertFeed create(KafkaConnection connection, MeterRegistry meters) {
        var consumer = GroupConsumer.of(connection, GROUP, RECORDS_MAX);
        return new KafkaAlertFeed(consumer, connection.nameOf(Topics.ALERTS), meters);
    }

    @Override
    public void follow(Function<AlertRaised, CompletionStage<?>> newListener) {
        if (!followed.compareAndSet(false, true)) {
            throw new IllegalStateException("a feed is followed once");
        }
        listener = newListener;
        thread.start();
    }

    @Override
    public Health health() {
        return followed.get() && !thread.isReading()
                ? Health.down("alerts of the correlator are not heard; check Kafka and the log")
                : Health.UP;
    }

    @Override
    public void close() {
        thread.close();
    }

    private void read() {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL_TIME_MAX);
        if (records.isEmpty()) {
            return;
        }
        GroupConsumer.orGoBack(consumer, () -> {
            hearAll(records);
            consumer.commitSync();
        });
    }

    private void hearAll(ConsumerRecords<String, byte[]> records) {
        List<CompletableFuture<?>> taken = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            hear(record, taken);
        }
        try {
            CompletableFuture.allOf(taken.toArray(CompletableFuture<?>[]::new))
                    .get(LISTEN_MILLIS_MAX, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("alerts were not taken, and are heard again", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record, List<CompletableFuture<?>> taken) {
        if (record.value() == null) {
            return;
        }
        try {
            taken.add(listener.apply(codec.decode(record.value())).toCompletableFuture());
            heard.increment();
        } catch (RecordUnreadable | IllegalArgumentException e) {
            unreadable.increment();
            LOG.warn(
                    "event=alert_unreadable partition={} offset={} cause={}",
                    record.partition(),
                    record.offset(),
                    e.getClass().getName());
        }
    }
}
