package io.weir.messaging.kafka;

import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets a consumer back to where its group has got to, so that nothing is passed over that was not worked off. */
public final class CommittedPositions {

    private static final Logger LOG = LoggerFactory.getLogger(CommittedPositions.class);

    private CommittedPositions() {}

    /** Sets it back, in all partitions; where Kafka does not answer, the next poll fails as well. */
    public static void goBack(Consumer<?, ?> consumer) {
        try {
            for (TopicPartition partition : consumer.assignment()) {
                OffsetAndMetadata committed =
                        consumer.committed(Set.of(partition)).get(partition);
                consumer.seek(partition, committed == null ? 0 : committed.offset());
            }
        } catch (KafkaException e) {
            LOG.debug("event=positions_unknown cause={}", e.getClass().getName());
        }
    }
}
