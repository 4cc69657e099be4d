package io.weir.launcher.config;

import io.weir.messaging.kafka.KafkaConnection;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.schemas.topic.Topics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Which Kafka cluster to use.
 *
 * @param bootstrap {@code host:port}, several separated by commas; empty for the embedded broker
 * @param prefix what topic names begin with
 * @param replicationFactor copies of each partition for topics that we create; -1 for the cluster's default
 * @param propertiesFile file with further client properties, for example for security; empty for none
 */
public record KafkaConfig(String bootstrap, String prefix, int replicationFactor, String propertiesFile) {

    private static final ConfigKey<String> BOOTSTRAP = ConfigKey.of(
            "bootstrap",
            ConfigType.TEXT,
            "",
            "Address of the Kafka cluster, host:port; where it is empty, `weir up` runs a broker of its own.");
    private static final ConfigKey<String> PREFIX =
            ConfigKey.of("prefix", ConfigType.TEXT, Topics.DEFAULT_PREFIX, "What topic names begin with.");
    private static final ConfigKey<Integer> REPLICATION_FACTOR = ConfigKey.of(
            "replication_factor",
            ConfigType.integer(-1, Short.MAX_VALUE),
            -1,
            "Copies of each partition for topics that Weir creates; -1 for the cluster's default.");
    private static final ConfigKey<String> PROPERTIES_FILE = ConfigKey.of(
            "properties_file",
            ConfigType.TEXT,
            "",
            "Java properties file with further Kafka client settings, for example for TLS and SASL.");

    /** The settings under {@code kafka}. */
    public static final ConfigSection<KafkaConfig> SECTION = new ConfigSection<>(
            "kafka",
            List.of(BOOTSTRAP, PREFIX, REPLICATION_FACTOR, PROPERTIES_FILE),
            values -> new KafkaConfig(
                    values.get(BOOTSTRAP),
                    values.get(PREFIX),
                    values.get(REPLICATION_FACTOR),
                    values.get(PROPERTIES_FILE)));

    /** Whether a broker of our own is wanted. */
    public boolean isEmbedded() {
        return bootstrap.isEmpty();
    }

    /**
     * The connection to the configured cluster.
     *
     * @throws IllegalArgumentException if none is configured, or the properties file cannot be read
     */
    public KafkaConnection connection() {
        if (isEmbedded()) {
            throw new IllegalArgumentException("kafka.bootstrap is not set; put the address of the cluster, host:port");
        }
        return new KafkaConnection(bootstrap, properties(), prefix, replicationFactor);
    }

    /** The connection to a broker of our own. */
    public KafkaConnection embedded(String address) {
        return new KafkaConnection(address, Map.of(), prefix, 1);
    }

    private Map<String, String> properties() {
        if (propertiesFile.isEmpty()) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(propertiesFile))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException("kafka.properties_file " + propertiesFile + " cannot be read", e);
        }
        Map<String, String> all = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
        return all;
    }
}
