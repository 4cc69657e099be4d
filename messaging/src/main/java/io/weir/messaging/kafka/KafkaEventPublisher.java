package io.weir.messaging.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.messaging.EventPublisher;
import io.weir.messaging.PublishFailed;
import io.weir.messaging.PublishFailed.Reason;
import io.weir.messaging.RecordPosition;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.codec.RecordTooLarge;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.topic.Topics;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events to {@link Topics#CALLS}, keyed by session: idempotent, acknowledged by all replicas in sync.
 *
 * <p>An event fails after {@value #DELIVERY_MILLIS_MAX} ms at the latest. {@link #publish} itself blocks only while
 * the buffer of {@value #BUFFER_BYTES} bytes is full or the cluster has not been reached yet, and then
 * {@value #BLOCK_MILLIS_MAX} ms at most.
 *
 * <p>Safe to share between threads: Kafka's producer is.
 */
public final class KafkaEventPublisher implements EventPublisher {

    static final int DELIVERY_MILLIS_MAX = 10_000;
    static final int BLOCK_MILLIS_MAX = 2_000;
    static final long BUFFER_BYTES = 32L << 20;
    private static final Duration CLOSE_TIME_MAX = Duration.ofSeconds(5);

    private final Producer<String, SessionEvent> producer;
    private final String topic;
    private final Counter published;
    private final MeterRegistry meters;
    private final AtomicBoolean closed = new AtomicBoolean();

    KafkaEventPublisher(Producer<String, SessionEvent> producer, String topic, MeterRegistry meters) {
        this.producer = producer;
        this.topic = topic;
        this.meters = meters;
        this.published = Counter.builder("weir.events.published")
                .description("Events that Kafka has acknowledged")
                .register(meters);
        for (Reason reason : Reason.values()) {
            failures(reason);
        }
    }

    /** A publisher to this cluster. The topic must exist. */
    public static KafkaEventPublisher create(KafkaConnection connection, MeterRegistry meters) {
        var producer = new KafkaProducer<>(
                properties(connection),
                new StringSerializer(),
                new RecordSerializer<>(RecordCodec.of(SessionEvent.class)));
        return new KafkaEventPublisher(producer, connection.nameOf(Topics.CALLS), meters);
    }

    @Override
    public CompletionStage<RecordPosition> publish(SessionEvent event) {
        CompletableFuture<RecordPosition> stored = new CompletableFuture<>();
        if (closed.get()) {
            return fail(stored, Reason.CLOSED, null);
        }
        try {
            producer.send(recordOf(event), (metadata, exception) -> complete(stored, metadata, exception));
        } catch (RuntimeException e) {
            fail(stored, closed.get() ? Reason.CLOSED : reasonOf(e), e);
        }
        return stored;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            producer.close(CLOSE_TIME_MAX);
        }
    }

    private ProducerRecord<String, SessionEvent> recordOf(SessionEvent event) {
        return new ProducerRecord<>(
                topic,
                null,
                event.timeMillis(),
                event.principal().sessionKey(),
                event,
                CloudEventHeaders.of(Envelope.of(event)));
    }

    private void complete(
            CompletableFuture<RecordPosition> stored, RecordMetadata metadata, @Nullable Exception exception) {
        if (exception != null) {
            fail(stored, reasonOf(exception), exception);
            return;
        }
        published.increment();
        stored.complete(new RecordPosition(metadata.topic(), metadata.partition(), metadata.offset()));
    }

    private CompletableFuture<RecordPosition> fail(
            CompletableFuture<RecordPosition> stored, Reason reason, @Nullable Exception cause) {
        failures(reason).increment();
        stored.completeExceptionally(new PublishFailed(reason, "topic " + topic, cause));
        return stored;
    }

    static Reason reasonOf(@Nullable Exception exception) {
        if (exception instanceof BufferExhaustedException) {
            return Reason.BUFFER_FULL;
        }
        if (exception instanceof TimeoutException) {
            return Reason.TIMEOUT;
        }
        boolean large = exception instanceof RecordTooLargeException || exception instanceof RecordTooLarge;
        return large ? Reason.TOO_LARGE : Reason.REFUSED;
    }

    private Counter failures(Reason reason) {
        return Counter.builder("weir.events.unpublished")
                .description("Events that were not stored, by reason")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    private static Map<String, Object> properties(KafkaConnection connection) {
        Map<String, Object> properties = StoringProducer.gathering(connection, "publisher", Topics.CALLS);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS_MAX);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS_MAX / 2);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS_MAX);
        return properties;
    }
}
