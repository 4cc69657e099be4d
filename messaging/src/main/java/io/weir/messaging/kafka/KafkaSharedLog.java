package io.weir.messaging.kafka;

import io.weir.messaging.PublishFailed;
import io.weir.messaging.PublishFailed.Reason;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.log.SharedLog;
import io.weir.platform.health.Health;
import io.weir.schemas.topic.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A shared log on Kafka: idempotent, acknowledged by all replicas in sync, and read back. Safe to share between
 * threads.
 *
 * @param <E> type of the entries
 */
final class KafkaSharedLog<E> implements SharedLog<E> {

    private static final int DELIVERY_MILLIS_MAX = 10_000;
    private static final int BLOCK_MILLIS_MAX = 2_000;
    private static final Duration CLOSE_TIME_MAX = Duration.ofSeconds(2);

    private final String topic;
    private final Producer<String, E> producer;
    private final Function<E, String> key;
    private final KafkaLogReader<E> reader;
    private final AtomicBoolean closed = new AtomicBoolean();

    KafkaSharedLog(
            KafkaConnection connection,
            Topic declared,
            RecordCodec<E> codec,
            Function<E, String> key,
            KafkaLogReader<E> reader) {
        this.topic = connection.nameOf(declared);
        this.producer = new KafkaProducer<>(
                properties(connection, declared), new StringSerializer(), new RecordSerializer<>(codec));
        this.key = key;
        this.reader = reader;
    }

    @Override
    public CompletionStage<Void> append(E entry) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (closed.get()) {
            return fail(done, null);
        }
        try {
            producer.send(new ProducerRecord<>(topic, 0, key.apply(entry), entry), (metadata, exception) -> {
                if (exception == null) {
                    reader.readBack().await(metadata.offset(), done);
                } else {
                    fail(done, exception);
                }
            });
        } catch (RuntimeException e) {
            fail(done, e);
        }
        return done;
    }

    @Override
    public Health health() {
        return reader.health();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            producer.close(CLOSE_TIME_MAX);
            reader.close();
        }
    }

    private CompletableFuture<Void> fail(CompletableFuture<Void> done, @Nullable Exception cause) {
        Reason reason = closed.get() ? Reason.CLOSED : KafkaEventPublisher.reasonOf(cause);
        done.completeExceptionally(new PublishFailed(reason, "topic " + topic, cause));
        return done;
    }

    private static Map<String, Object> properties(KafkaConnection connection, Topic topic) {
        Map<String, Object> properties = StoringProducer.properties(connection, "log-" + topic.name(), topic);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS_MAX);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS_MAX / 2);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS_MAX);
        return properties;
    }
}
