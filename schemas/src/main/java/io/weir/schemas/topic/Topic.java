package io.weir.schemas.topic;

import java.time.Duration;

/**
 * A Kafka topic: its name, its shape and what its records are.
 *
 * @param name name without the prefix
 * @param keyMeaning what the record key is, for the documentation
 * @param value type of the record value
 * @param partitions number of partitions
 * @param retention how long records are kept
 * @param cleanup Kafka's {@code cleanup.policy}
 * @param compression Kafka's {@code compression.type}
 */
public record Topic(
        String name,
        String keyMeaning,
        Class<?> value,
        int partitions,
        Duration retention,
        Cleanup cleanup,
        Compression compression) {

    /** What Kafka does with old records. */
    public enum Cleanup {
        /** Deleted after the retention. */
        DELETE("delete"),
        /** The last record of each key is kept for ever. */
        COMPACT("compact"),
        /** The last record of each key is kept until the retention ends. */
        COMPACT_DELETE("compact,delete");

        private final String configValue;

        Cleanup(String configValue) {
            this.configValue = configValue;
        }

        /** Value of {@code cleanup.policy}. */
        public String configValue() {
            return configValue;
        }
    }

    /** How batches are compressed. */
    public enum Compression {
        /** Quick; for topics on the hot path. */
        LZ4("lz4"),
        /** Small; for topics that are kept long. */
        ZSTD("zstd");

        private final String configValue;

        Compression(String configValue) {
            this.configValue = configValue;
        }

        /** Value of {@code compression.type}. */
        public String configValue() {
            return configValue;
        }
    }

    /** The full name: prefix, then name. */
    public String named(String prefix) {
        return prefix + name;
    }
}
