package io.weir.launcher.audit;

import io.weir.messaging.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads committed records as bytes, from the first that is kept to the last that is there now. It joins no group and
 * commits nothing, so it leaves no trace in the cluster. For one thread.
 */
public final class TopicReader implements AutoCloseable {

    private static final int WAIT_MILLIS_MAX = 15_000;

    private final KafkaConsumer<byte[], byte[]> consumer;

    private TopicReader(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** A reader of this cluster; it connects when it is first used. */
    public static TopicReader connect(KafkaConnection connection) {
        Map<String, Object> properties = connection.clientProperties();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "weir-topic-reader");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, WAIT_MILLIS_MAX);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        return new TopicReader(new KafkaConsumer<>(properties, bytes, bytes));
    }

    /** The partitions of a topic in order; none if there is no such topic. */
    public List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .sorted((left, right) -> Integer.compare(left.partition(), right.partition()))
                .toList();
    }

    /** Offset of the first record that retention has left. */
    public long firstOffset(TopicPartition partition) {
        consumer.assign(List.of(partition));
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** Reads a partition from its first record to its end. */
    public void readAll(TopicPartition partition, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        read(partition, firstOffset(partition), Long.MAX_VALUE, reader);
    }

    /**
     * Reads the records with offsets in the range, as far as they are there.
     *
     * @param first first offset
     * @param last last offset
     * @throws TimeoutException if the cluster stops answering
     */
    public void read(TopicPartition partition, long first, long last, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.assign(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        consumer.seek(partition, Math.max(first, firstOffset(partition)));
        int emptyPolls = 0;
        while (consumer.position(partition) < end && consumer.position(partition) <= last) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
            emptyPolls = records.isEmpty() ? emptyPolls + 1 : 0;
            if (emptyPolls > WAIT_MILLIS_MAX / 1000) {
                throw new TimeoutException(partition + " does not answer");
            }
            records.records(partition).stream()
                    .filter(kept -> kept.offset() < end && kept.offset() <= last)
                    .forEach(reader);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
