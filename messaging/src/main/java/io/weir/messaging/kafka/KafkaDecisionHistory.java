package io.weir.messaging.kafka;

import io.weir.messaging.DecisionHistory;
import io.weir.messaging.HistoryUnreadable;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.codec.RecordUnreadable;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@link Topics#DECISIONS}, with a consumer of its own for each reading. It joins no group and commits nothing. Safe to
 * share between threads.
 */
public final class KafkaDecisionHistory implements DecisionHistory {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaDecisionHistory.class);
    private static final Duration POLL_TIME_MAX = Duration.ofSeconds(1);
    private static final int EMPTY_POLLS_MAX = 15;

    private final KafkaConnection connection;
    private final RecordCodec<DecisionMade> codec = RecordCodec.of(DecisionMade.class);

    /** The history of this cluster. */
    public KafkaDecisionHistory(KafkaConnection connection) {
        this.connection = connection;
    }

    @Override
    public void read(@Nullable String tenant, long fromMillis, long toMillis, Reader reader) {
        String topic = connection.nameOf(Topics.DECISIONS);
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .sorted((left, right) -> Integer.compare(left.partition(), right.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, OffsetAndTimestamp> starts = starts(consumer, partitions, fromMillis);
            Span span = new Span(tenant == null ? "" : tenant + "|", fromMillis, toMillis, reader);
            for (TopicPartition partition : partitions) {
                OffsetAndTimestamp start = starts.get(partition);
                if (start != null
                        && !read(consumer, partition, start.offset(), ends.getOrDefault(partition, 0L), span)) {
                    return;
                }
            }
        } catch (KafkaException e) {
            throw new HistoryUnreadable("read topic " + topic, e);
        }
    }

    private record Span(String keyStart, long fromMillis, long toMillis, Reader reader) {}

    private static Map<TopicPartition, OffsetAndTimestamp> starts(
            Consumer<?, ?> consumer, List<TopicPartition> partitions, long fromMillis) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, Math.max(0, fromMillis)));
        return consumer.offsetsForTimes(times);
    }

    /** Reads a partition up to an offset; false if the reader wants no more. */
    private boolean read(Consumer<String, byte[]> consumer, TopicPartition partition, long start, long end, Span span) {
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
                if (record.offset() < end && !take(record, span)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean take(ConsumerRecord<String, byte[]> record, Span span) {
        if (record.key() == null || !record.key().startsWith(span.keyStart())) {
            return true;
        }
        try {
            DecisionMade decision = codec.decode(record.value());
            boolean within = decision.timeMillis() >= span.fromMillis() && decision.timeMillis() < span.toMillis();
            return !within
                    || span.reader()
                            .take(decision, new RecordPlace(record.topic(), record.partition(), record.offset()));
        } catch (RecordUnreadable e) {
            LOG.warn("event=decision_unreadable partition={} offset={}", record.partition(), record.offset());
            return true;
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = connection.clientProperties();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "weir-decision-history");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }
}
