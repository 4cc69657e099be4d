package io.weir.messaging.kafka;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumers of a group whose members commit what they have worked off, so that a member that dies leaves the rest to
 * another. A group begins with the oldest record, and sees what was committed only.
 */
public final class GroupConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(GroupConsumer.class);

    private GroupConsumer() {}

    /**
     * A member of a group.
     *
     * @param name of the client, and of the group without the prefix of this installation
     * @param recordsMax that one poll returns
     */
    public static Consumer<String, byte[]> of(KafkaConnection connection, String name, int recordsMax) {
        Map<String, Object> properties = connection.clientProperties();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "weir-" + name);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, connection.prefix() + name);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, recordsMax);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Does a piece of work; where Kafka does not answer in it, the consumer goes back before that is thrown on. */
    public static void orGoBack(Consumer<?, ?> consumer, Runnable work) {
        try {
            work.run();
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            goBack(consumer);
            throw e;
        }
    }

    /**
     * Sets a consumer back to where its group has got to, in all partitions, so that nothing is passed over that was
     * not worked off; where Kafka does not answer, the next poll fails as well.
     */
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
