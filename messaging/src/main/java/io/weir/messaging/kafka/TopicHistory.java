package io.weir.messaging.kafka;

import io.weir.messaging.HistoryUnreadable;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.codec.RecordUnreadable;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a topic holds, with a consumer of its own for each reading. It joins no group and commits nothing. Safe
 * to share between threads.
 */
final class TopicHistory<T> {

    private static final Logger LOG = LoggerFactory.getLogger(TopicHistory.class);
    private static final Duration POLL_TIME_MAX = Duration.ofSeconds(1);
    private static final int EMPTY_POLLS_MAX = 15;

    private final KafkaConnection connection;
    private final String topic;
    private final RecordCodec<T> codec;
    private final String client;

    /**
     * The history in a topic.
     *
     * @param type of its values
     * @param client how the broker knows who reads
     */
    TopicHistory(KafkaConnection connection, Topic topic, Class<T> type, String client) {
        this.connection = connection;
        this.topic = connection.nameOf(topic);
        this.codec = RecordCodec.of(type);
        this.client = client;
    }

    /**
     * Reads the records from a time on, in the order of the partitions, until all that is there now has been read, or
     * the reader wants no more. What cannot be decoded is passed over.
     *
     * @param wanted which keys; what has another is not decoded
     * @param reader false for no more
     * @throws HistoryUnreadable if the topic cannot be read
     */
    void read(long fromMillis, Predicate<String> wanted, BiPredicate<T, RecordPlace> reader) {
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .sorted((left, right) -> Integer.compare(left.partition(), right.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, OffsetAndTimestamp> starts = starts(consumer, partitions, fromMillis);
            Wish<T> wish = new Wish<>(wanted, reader);
            for (TopicPartition partition : partitions) {
                OffsetAndTimestamp start = starts.get(partition);
                if (start != null
                        && !read(consumer, partition, start.offset(), ends.getOrDefault(partition, 0L), wish)) {
                    return;
                }
            }
        } catch (KafkaException e) {
            throw new HistoryUnreadable("read topic " + topic, e);
        }
    }

    private record Wish<T>(Predicate<String> wanted, BiPredicate<T, RecordPlace> reader) {}

    private static Map<TopicPartition, OffsetAndTimestamp> starts(
            Consumer<?, ?> consumer, List<TopicPartition> partitions, long fromMillis) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, Math.max(0, fromMillis)));
        return consumer.offsetsForTimes(times);
    }

    /** Reads a partition up to an offset; false if the reader wants no more. */
    private boolean read(
            Consumer<String, byte[]> consumer, TopicPartition partition, long start, long end, Wish<T> wish) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, start);
        int emptyPolls = 0;
        while (consumer.position(partition) < end) {
            var records = consumer.poll(POLL_TIME_MAX);
            emptyPolls = records.isEmpty() ? emptyPolls + 1 : 0;
            if (emptyPolls > EMPTY_POLLS_MAX) {
                throw new HistoryUnreadable("read " + partition + " to its end", null);
            }
            for (ConsumerRecord<String, byte[]> record : records) {
                if (record.offset() < end && !take(record, wish)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean take(ConsumerRecord<String, byte[]> record, Wish<T> wish) {
        if (record.key() == null || record.value() == null || !wish.wanted().test(record.key())) {
            return true;
        }
        T value;
        try {
            value = codec.decode(record.value());
        } catch (RecordUnreadable e) {
            LOG.warn(
                    "event=history_unreadable topic={} partition={} offset={}",
                    record.topic(),
                    record.partition(),
                    record.offset());
            return true;
        }
        return wish.reader().test(value, new RecordPlace(record.topic(), record.partition(), record.offset()));
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = connection.clientProperties();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, client);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }
}
