package io.weir.correlator;

import io.weir.correlator.failure.DeadLetters;
import io.weir.correlator.failure.UnreadableRecords;
import io.weir.correlator.failure.UnworkableRecords;
import io.weir.correlator.failure.UnwritableRecords;
import io.weir.correlator.topology.BoundedRocksMemory;
import io.weir.messaging.kafka.KafkaConnection;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams. */
public final class StreamsSettings {

    private static final int RETRY_MILLIS = 5;

    /** Time between commits of what has waited: far less than the ten seconds that a transaction may take. */
    private static final int BACKLOG_COMMIT_MILLIS = 1_000;

    /**
     * Records here have 15 KB on average. At Kafka's default of 16 KB nearly each of them is a batch, and for each
     * batch the sending thread is woken, measured a seventh of the CPU time of the stream thread.
     */
    private static final int BATCH_BYTES = 256 << 10;

    /**
     * Few enough to come from one partition. What is worked off between two commits then goes to that partition's
     * topics and changelogs, a batch each; the default of 1,000 has records of all partitions wait, which are taken in
     * turns, and each commit sends a batch of one or two records to every partition of every topic.
     */
    private static final int POLL_RECORDS_MAX = 100;

    /** For the stores that want a cache: heads of audit chains, one entry a partition. */
    private static final long CACHE_BYTES_OF_A_THREAD = 256 << 10;

    private StreamsSettings() {}

    /** Settings that keep the correlator's guarantees; load runs of other topologies use them too. */
    public static Properties of(CorrelatorConfig config, KafkaConnection connection, DeadLetters deadLetters) {
        Properties settings = new Properties();
        settings.putAll(connection.clientProperties());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(connection));
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbys());
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, connection.replicationFactor());
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        guarantees(settings, config);
        membership(settings, config);
        state(settings, config);
        doors(settings, deadLetters);
        return settings;
    }

    /** Also the name of the consumer group, and what changelog topics begin with. */
    static String applicationId(KafkaConnection connection) {
        return connection.prefix() + "correlator";
    }

    /**
     * A commit closes a transaction with a batch and a mark in each partition that was written to, some dozens, so it
     * should not be made for every other event. What has just happened asks for commits by itself: see
     * {@link io.weir.correlator.commit.FreshCommits}. Measured: with exactly-once a record takes 12 ms to its result at
     * a commit each 20 ms, 53 ms at 100.
     */
    private static void guarantees(Properties settings, CorrelatorConfig config) {
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Math.max(BACKLOG_COMMIT_MILLIS, config.commitMillis()));
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLL_RECORDS_MAX);
        // A transaction that begins while the last one is still being closed is refused and tried again; the default of
        // 100 ms is longer than five commits.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), RETRY_MILLIS);
        // Alerts that are read back need no common order with calls, so neither waits for the other.
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    }

    /**
     * A member that says who it is gets its tasks back at once after a restart, measured 2 s; without, the group waits
     * out the session of the dead member, 45 s by default.
     */
    private static void membership(Properties settings, CorrelatorConfig config) {
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), config.instance());
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
    }

    private static void state(Properties settings, CorrelatorConfig config) {
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                config.stateDirectory().toAbsolutePath().toString());
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES_OF_A_THREAD * config.threads());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksMemory.class);
        settings.put(BoundedRocksMemory.SETTING, config.stateMemoryBytes());
    }

    private static void doors(Properties settings, DeadLetters deadLetters) {
        settings.put(DeadLetters.SETTING, deadLetters);
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnworkableRecords.class);
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnwritableRecords.class);
    }
}
