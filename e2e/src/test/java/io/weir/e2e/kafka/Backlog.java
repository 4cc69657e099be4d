package io.weir.e2e.kafka;

import io.weir.messaging.kafka.KafkaConnection;
import io.weir.schemas.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What a consumer group has still to read. */
public final class Backlog {

    private final Admin admin;
    private final String group;
    private final List<TopicPartition> partitions;

    private Backlog(Admin admin, String group, List<TopicPartition> partitions) {
        this.admin = admin;
        this.group = group;
        this.partitions = partitions;
    }

    /**
     * Waits until the group has committed all that stands in its topics. Where what it makes of a record is published
     * by the transaction that commits the record, and it reads nothing else, nothing more comes of it then.
     */
    public static void awaitNone(KafkaConnection kafka, String group, List<Topic> topics, Duration max) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(kafka.nameOf(topic), partition)))
                .toList();
        try (Admin admin = Admin.create(kafka.clientProperties())) {
            Awaitility.await().atMost(max).until(new Backlog(admin, group, partitions)::isEmpty);
        }
    }

    /** The ends are asked for after the commits, so what comes in between is not overlooked. */
    private boolean isEmpty() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
        Map<TopicPartition, Long> starts = offsets(OffsetSpec.earliest());
        return partitions.stream()
                .allMatch(partition -> position(committed.get(partition), starts.getOrDefault(partition, 0L))
                        >= ends.getOrDefault(partition, 0L));
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static long position(@Nullable OffsetAndMetadata committed, long start) {
        return committed == null ? start : committed.offset();
    }
}
