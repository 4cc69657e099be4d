package io.weir.e2e.kafka;

/** A running cluster of one broker. */
public interface KafkaCluster extends AutoCloseable {

    /** Address for clients, {@code host:port}. */
    String bootstrap();

    @Override
    void close();
}
