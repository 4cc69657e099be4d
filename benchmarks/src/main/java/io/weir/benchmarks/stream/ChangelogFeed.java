package io.weir.benchmarks.stream;

import io.weir.correlator.topology.StateStores;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.messaging.topic.TopicAdmin;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.topic.Topic;
import io.weir.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Writes state into the changelogs of a correlator that has not run yet; it restores them when it starts, as it would
 * after the loss of its disk.
 */
final class ChangelogFeed implements AutoCloseable {

    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Topic SESSIONS = changelog(StateStores.SESSION_STATE, Topics.CALLS.partitions());
    private static final Topic BUCKETS = changelog(StateStores.FLEET_STATE, Topics.FLEET_PARTS.partitions());

    private static final int BATCH_BYTES = 256 << 10;
    private static final int LINGER_MILLIS = 20;

    /** State is made faster than a broker on the same processors stores it. */
    private static final int WAIT_MILLIS_MAX = 600_000;

    private final KafkaConnection connection;
    private final FirstReads reads;
    private final KafkaProducer<String, byte[]> producer;
    private final CompletableFuture<Void> failed = new CompletableFuture<>();
    private long offset;

    private ChangelogFeed(KafkaConnection connection, FirstReads reads, KafkaProducer<String, byte[]> producer) {
        this.connection = connection;
        this.reads = reads;
        this.producer = producer;
    }

    /** A feed for a correlator that runs as this contender does, which makes its changelogs. */
    static ChangelogFeed create(KafkaConnection connection, FirstReads reads) {
        try (TopicAdmin topics = TopicAdmin.create(connection)) {
            topics.ensure(List.of(SESSIONS, BUCKETS));
        }
        Map<String, Object> settings = connection.clientProperties();
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WAIT_MILLIS_MAX);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, WAIT_MILLIS_MAX);
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        return new ChangelogFeed(connection, reads, producer);
    }

    /** The changelog that Kafka Streams makes for a store of the correlator. */
    private static Topic changelog(String store, int partitions) {
        return new Topic(
                Contender.CORRELATOR.name() + "-" + store + "-changelog",
                "state key",
                byte[].class,
                partitions,
                FOR_EVER,
                Topic.Cleanup.COMPACT,
                Topic.Compression.LZ4);
    }

    /** Takes the first event of a session. */
    Consumer<SessionEvent> sessions() {
        return event -> {
            int partition = partitionOf(event.principal().sessionKey(), Topics.CALLS.partitions());
            RecordPlace place = new RecordPlace(connection.nameOf(Topics.CALLS), partition, offset++);
            reads.apply(event, place, (key, value) -> send(SESSIONS, partition, key, value));
        };
    }

    /** Writes what the fleet keeps of all of them, and waits until everything is stored. */
    void finish() {
        reads.buckets((key, value) -> {
            int partition = partitionOf(key.substring(0, key.indexOf('\u0000')), Topics.FLEET_PARTS.partitions());
            send(BUCKETS, partition, key, value);
        });
        producer.flush();
        failed.complete(null);
        failed.join();
    }

    private void send(Topic changelog, int partition, String key, byte[] value) {
        producer.send(
                new ProducerRecord<>(connection.nameOf(changelog), partition, key, value), (stored, exception) -> {
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
