package io.weir.e2e.kafka;

import io.weir.messaging.kafka.KafkaConnection;
import io.weir.schemas.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, committed records only. Not thread-safe. */
public final class TopicTail implements AutoCloseable {

    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    private TopicTail(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** A reader of all partitions of a topic. */
    public static TopicTail of(KafkaConnection connection, Topic topic) {
        Map<String, Object> properties = connection.clientProperties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(connection.nameOf(topic)).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new TopicTail(consumer);
    }

    /**
     * Reads on until there is a record that passes, and returns it.
     *
     * @throws AssertionError if there is none within 30 s
     */
    public ConsumerRecord<String, byte[]> await(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        long deadlineNanos = System.nanoTime() + WAIT_MAX.toNanos();
        while (System.nanoTime() < deadlineNanos) {
            for (ConsumerRecord<String, byte[]> record : records) {
                if (wanted.test(record)) {
                    return record;
                }
            }
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        throw new AssertionError("no such record within " + WAIT_MAX + "; " + records.size() + " records read");
    }

    /** All records read so far, after one more look. */
    public List<ConsumerRecord<String, byte[]>> soFar() {
        consumer.poll(Duration.ofMillis(500)).forEach(records::add);
        return List.copyOf(records);
    }

    /**
     * All records that are committed now.
     *
     * @throws AssertionError if they are not read within 30 s
     */
    public List<ConsumerRecord<String, byte[]>> all() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long deadlineNanos = System.nanoTime() + WAIT_MAX.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadlineNanos) {
                throw new AssertionError("not at the end within " + WAIT_MAX + "; " + records.size() + " records read");
            }
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return List.copyOf(records);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
