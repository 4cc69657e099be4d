package io.weir.messaging.kafka;

import io.weir.schemas.topic.Topic;
import io.weir.schemas.topic.Topics;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * How to reach a Kafka cluster. It does not print property values, since there may be passwords among them.
 *
 * @param bootstrap {@code host:port}, several separated by commas
 * @param properties further client properties, for example for security; they never override a guarantee of ours
 * @param prefix what topic names and the correlator's application id begin with
 * @param replicationFactor copies of each partition for topics that we create; -1 for the cluster's default
 */
public record KafkaConnection(String bootstrap, Map<String, String> properties, String prefix, int replicationFactor) {

    /** Copies the map, in the order of its keys. */
    public KafkaConnection {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        if (bootstrap.isBlank()) {
            throw new IllegalArgumentException("The Kafka address is empty; put host:port");
        }
        if (replicationFactor == 0 || replicationFactor < -1 || replicationFactor > Short.MAX_VALUE) {
            throw new IllegalArgumentException("The replication factor is " + replicationFactor
                    + "; put 1 or more, or -1 for the cluster's default");
        }
    }

    /** A cluster of one broker without security, with the default prefix. */
    public static KafkaConnection local(String bootstrap) {
        return new KafkaConnection(bootstrap, Map.of(), Topics.DEFAULT_PREFIX, 1);
    }

    /** The same cluster, with another prefix. */
    public KafkaConnection withPrefix(String newPrefix) {
        return new KafkaConnection(bootstrap, properties, newPrefix, replicationFactor);
    }

    /** The full name of a topic. */
    public String nameOf(Topic topic) {
        return topic.named(prefix);
    }

    /** Properties for a client of the cluster; a new map, to be added to. */
    public Map<String, Object> clientProperties() {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return all;
    }

    @Override
    public String toString() {
        return "KafkaConnection[bootstrap=" + bootstrap + ", properties=" + properties.keySet() + ", prefix=" + prefix
                + ", replicationFactor=" + replicationFactor + "]";
    }
}
