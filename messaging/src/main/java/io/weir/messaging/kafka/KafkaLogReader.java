package io.weir.messaging.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.codec.RecordUnreadable;
import io.weir.messaging.log.SharedLogUnusable;
import io.weir.platform.health.Health;
import io.weir.schemas.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the first partition of a topic from its beginning, on a thread of its own once it has reached the end. A record
 * that cannot be read is counted and passed over.
 *
 * @param <E> type of the entries
 */
final class KafkaLogReader<E> {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaLogReader.class);
    private static final Duration POLL_TIME_MAX = Duration.ofMillis(500);

    private final String topic;
    private final TopicPartition partition;
    private final Consumer<String, byte[]> consumer;
    private final RecordCodec<E> codec;
    private final java.util.function.Consumer<E> listener;
    private final ReadBack readBack = new ReadBack();
    private final Counter unreadable;
    private final ConsumerThread thread;

    KafkaLogReader(
            KafkaConnection connection,
            Topic declared,
            RecordCodec<E> codec,
            java.util.function.Consumer<E> listener,
            MeterRegistry meters) {
        this.topic = connection.nameOf(declared);
        this.partition = new TopicPartition(topic, 0);
        this.consumer = new KafkaConsumer<>(
                properties(connection, declared), new StringDeserializer(), new ByteArrayDeserializer());
        this.codec = codec;
        this.listener = listener;
        this.unreadable = Counter.builder("weir.log.unreadable")
                .description("Entries of shared logs that could not be read, and were passed over.")
                .tag("log", declared.name())
                .register(meters);
        this.thread = new ConsumerThread(consumer, "weir-log-" + declared.name(), this::read);
    }

    /**
     * Reads all that is there now, then goes on in the background.
     *
     * @throws SharedLogUnusable if that cannot be done in time
     */
    void start(Duration waitMax) {
        try {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition), waitMax).getOrDefault(partition, 0L);
            long deadline = System.nanoTime() + waitMax.toNanos();
            while (consumer.position(partition, waitMax) < end) {
                if (System.nanoTime() > deadline) {
                    throw new SharedLogUnusable(
                            "read topic " + topic + " within " + waitMax.toSeconds() + " s",
                            "Check Kafka, then start again.",
                            null);
                }
                read();
            }
            thread.start();
        } catch (KafkaException e) {
            thread.close();
            throw new SharedLogUnusable("read topic " + topic, "Check Kafka and access to the topic.", e);
        } catch (SharedLogUnusable e) {
            thread.close();
            throw e;
        }
    }

    ReadBack readBack() {
        return readBack;
    }

    Health health() {
        return thread.isReading()
                ? Health.UP
                : Health.down("topic " + topic + " is not heard; check Kafka and the log");
    }

    void close() {
        thread.close();
        readBack.close(topic);
    }

    private void read() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL_TIME_MAX)) {
            hear(record);
            readBack.reached(record.offset() + 1);
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            listener.accept(codec.decode(record.value()));
        } catch (RecordUnreadable | IllegalArgumentException e) {
            unreadable.increment();
            LOG.warn(
                    "event=log_entry_unreadable topic={} offset={} cause={}",
                    topic,
                    record.offset(),
                    e.getClass().getName());
        }
    }

    private static Map<String, Object> properties(KafkaConnection connection, Topic topic) {
        Map<String, Object> properties = connection.clientProperties();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "weir-log-" + topic.name());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return properties;
    }
}
