package io.weir.launcher.replay;

import io.weir.launcher.audit.AuditCluster;
import io.weir.launcher.audit.TopicReader;
import io.weir.messaging.kafka.KafkaConnection;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** Recorded events of a topic range, in the order of partitions and offsets. */
final class TopicSource {

    private TopicSource() {}

    /**
     * Hands over each record of the range.
     *
     * @throws IllegalArgumentException if there is no such topic or partition
     * @throws org.apache.kafka.common.KafkaException if the cluster cannot be read
     */
    static void read(AuditCluster cluster, TopicRange range, RecordSink sink) {
        try (TopicReader reader = TopicReader.connect(KafkaConnection.local(cluster.bootstrap()))) {
            List<TopicPartition> partitions = reader.partitions(range.topic()).stream()
                    .filter(partition -> range.covers(partition.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new IllegalArgumentException("There is no topic or partition " + range.topic()
                        + (range.partition() == null ? "" : ":" + range.partition())
                        + " in the cluster. Fix: see --topic-range");
            }
            for (TopicPartition partition : partitions) {
                reader.read(
                        partition,
                        range.first(),
                        range.last(),
                        found -> sink.accept(partition + ":" + found.offset(), found.value()));
            }
        }
    }
}
