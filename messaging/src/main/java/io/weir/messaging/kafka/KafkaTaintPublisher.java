package io.weir.messaging.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.messaging.TaintPublisher;
import io.weir.messaging.codec.RecordCodec;
import io.weir.schemas.event.Taint;
import io.weir.schemas.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes taints to {@link Topics#TAINTS}, as soon as they are handed over. They carry no CloudEvents headers: only
 * our own nodes read them, all of them, so each byte counts many times.
 *
 * <p>Safe to share between threads: Kafka's producer is.
 */
public final class KafkaTaintPublisher implements TaintPublisher, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTaintPublisher.class);
    private static final Duration CLOSE_TIME_MAX = Duration.ofSeconds(2);
    private static final long BUFFER_BYTES = 8L << 20;

    private final Producer<String, Taint> producer;
    private final String topic;
    private final Counter published;
    private final Counter failed;
    private final AtomicBoolean closed = new AtomicBoolean();

    KafkaTaintPublisher(Producer<String, Taint> producer, String topic, MeterRegistry meters) {
        this.producer = producer;
        this.topic = topic;
        this.published = Counter.builder("weir.taints.published")
                .description("Taints that Kafka has acknowledged.")
                .register(meters);
        this.failed = Counter.builder("weir.taints.unpublished")
                .description("Taints that were not sent: other nodes do not know of these reads.")
                .register(meters);
    }

    /** A publisher to this cluster. The topic must exist. */
    public static KafkaTaintPublisher create(KafkaConnection connection, MeterRegistry meters) {
        var producer = new KafkaProducer<>(
                properties(connection), new StringSerializer(), new RecordSerializer<>(RecordCodec.of(Taint.class)));
        return new KafkaTaintPublisher(producer, connection.nameOf(Topics.TAINTS), meters);
    }

    @Override
    public void publish(Taint taint) {
        try {
            producer.send(
                    new ProducerRecord<>(topic, null, taint.timeMillis(), taint.key(), taint),
                    (metadata, exception) -> count(exception == null));
        } catch (RuntimeException e) {
            LOG.warn("event=taint_unpublished cause={}", e.getClass().getName());
            count(false);
        }
    }

    private void count(boolean sent) {
        (sent ? published : failed).increment();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            producer.close(CLOSE_TIME_MAX);
        }
    }

    private static Map<String, Object> properties(KafkaConnection connection) {
        Map<String, Object> properties = StoringProducer.gathering(connection, "taints", Topics.TAINTS);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        return properties;
    }
}
