package io.weir.messaging.kafka;

import io.weir.schemas.topic.Topic;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Producers whose records are stored, once each, when they are acknowledged. */
final class StoringProducer {

    private StoringProducer() {}

    /**
     * The settings that they have in common. Who is alone waits for nothing.
     *
     * @param name of the client
     * @param topic that says how records are compressed
     */
    static Map<String, Object> properties(KafkaConnection connection, String name, Topic topic) {
        Map<String, Object> properties = connection.clientProperties();
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "weir-" + name);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(
                ProducerConfig.COMPRESSION_TYPE_CONFIG, topic.compression().configValue());
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return properties;
    }

    /** The same for many records: what comes while a request is under way goes together in the next one. */
    static Map<String, Object> gathering(KafkaConnection connection, String name, Topic topic) {
        Map<String, Object> properties = properties(connection, name, topic);
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return properties;
    }
}
