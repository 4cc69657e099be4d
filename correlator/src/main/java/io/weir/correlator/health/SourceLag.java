package io.weir.correlator.health;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Asks the cluster how many records of a topic a consumer group has not committed yet, over all its instances. Not
 * thread-safe but for {@link #partitions()}.
 */
final class SourceLag {

    private static final long WAIT_SECONDS_MAX = 5;

    private final Admin admin;
    private final String topic;
    private final String group;
    private volatile List<TopicPartition> partitions = List.of();

    SourceLag(Admin admin, String topic, String group) {
        this.admin = admin;
        this.topic = topic;
        this.group = group;
    }

    /** How many partitions the topic has, 0 before the first {@link #measure()}. */
    int partitions() {
        return partitions.size();
    }

    /** The lag, or nothing if the cluster does not say. */
    OptionalLong measure() throws InterruptedException {
        try {
            if (partitions.isEmpty()) {
                partitions = describe();
            }
            return OptionalLong.of(lag());
        } catch (ExecutionException | TimeoutException e) {
            return OptionalLong.empty();
        }
    }

    private List<TopicPartition> describe() throws InterruptedException, ExecutionException, TimeoutException {
        int number = admin
                .describeTopics(List.of(topic))
                .allTopicNames()
                .get(WAIT_SECONDS_MAX, TimeUnit.SECONDS)
                .values()
                .stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
        return IntStream.range(0, number)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private long lag() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
        Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
        Map<TopicPartition, Long> starts = offsets(OffsetSpec.earliest());
        return partitions.stream()
                .mapToLong(partition -> ends.getOrDefault(partition, 0L)
                        - position(committed.get(partition), starts.getOrDefault(partition, 0L)))
                .map(records -> Math.max(0, records))
                .sum();
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, which));
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                admin.listOffsets(asked).all().get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    /** Where the group stands: at the beginning before its first commit, and where retention has cut before it. */
    private static long position(@Nullable OffsetAndMetadata committed, long start) {
        return committed == null ? start : Math.max(start, committed.offset());
    }
}
