package io.weir.benchmarks.stream;

import io.weir.correlator.topology.StateStores;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Writes state into the changelogs of a correlator that has not run yet; it restores them when it starts, as it would after
 * the loss of its disk.
 */
final class ChangelogFeed implements AutoCloseable {

    private static final int BATCH_BYTES = 256 << 10;
    private static final int LINGER_MILLIS = 20;

    private final KafkaConnection connection;
    private final String applicationId;
    private final FirstReads reads;
    private final KafkaProducer<String, byte[]> producer;
    private final CompletableFuture<Void> failed = new CompletableFuture<>();
    private long offset;

    private ChangelogFeed(
            KafkaConnection connection,
            String applicationId,
            FirstReads reads,
            KafkaProducer<String, byte[]> producer) {
        this.connection = connection;
        this.applicationId = applicationId;
        this.reads = reads;
        this.producer = producer;
    }

    /** A feed for this application, which makes its changelogs. */
    static ChangelogFeed create(KafkaConnection connection, String applicationId, FirstReads reads) throws Exception {
        try (Admin admin = Admin.create(connection.clientProperties())) {
            admin.createTopics(List.of(
                            changelog(applicationId, StateStores.SESSION_STATE, Topics.CALLS.partitions()),
                            changelog(applicationId, StateStores.FLEET_STATE, Topics.FLEET_PARTS.partitions())))
                    .all()
                    .get();
        }
        Map<String, Object> settings = connection.clientProperties();
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        return new ChangelogFeed(connection, applicationId, reads, producer);
    }

    private static NewTopic changelog(String applicationId, String store, int partitions) {
        return new NewTopic(nameOf(applicationId, store), Optional.of(partitions), Optional.of((short) 1))
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    /** The name that Kafka Streams gives to the changelog of a store. */
    private static String nameOf(String applicationId, String store) {
        return applicationId + "-" + store + "-changelog";
    }

    /** Takes the first event of a session. */
    Consumer<SessionEvent> sessions() {
        return event -> {
            int partition = partitionOf(event.principal().sessionKey(), Topics.CALLS.partitions());
            RecordPlace place = new RecordPlace(connection.nameOf(Topics.CALLS), partition, offset++);
            reads.apply(event, place, (key, value) -> send(StateStores.SESSION_STATE, partition, key, value));
        };
    }

    /** Writes what the fleet keeps of all of them, and waits until everything is stored. */
    void finish() {
        reads.buckets((key, value) -> {
            int partition = partitionOf(key.substring(0, key.indexOf('\u0000')), Topics.FLEET_PARTS.partitions());
            send(StateStores.FLEET_STATE, partition, key, value);
        });
        producer.flush();
        failed.complete(null);
        failed.join();
    }

    private void send(String store, int partition, String key, byte[] value) {
        producer.send(
                new ProducerRecord<>(nameOf(applicationId, store), partition, key, value), (stored, exception) -> {
                    if (exception != null) {
                        failed.completeExceptionally(exception);
                    }
                });
    }

    /** The partition of a key, as Kafka's own partitioner has it. */
    private static int partitionOf(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    @Override
    public void close() {
        producer.close();
    }
}
