package io.weir.messaging.kafka;

import io.weir.messaging.codec.RecordCodec;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.Statement;
import io.weir.schemas.topic.Topic;
import io.weir.schemas.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes what people say about content: once to each partition, so that whoever owns a partition of the calls hears
 * it. Each copy has the same id, so a statement that reached only some partitions is published again as a whole. Not
 * for the hot path. For one thread.
 */
public final class StatementPublisher implements AutoCloseable {

    private static final int DELIVERY_MILLIS_MAX = 10_000;
    private static final Duration CLOSE_TIME_MAX = Duration.ofSeconds(2);

    private final KafkaConnection connection;
    private final Producer<String, Statement> producer;

    private StatementPublisher(KafkaConnection connection, Producer<String, Statement> producer) {
        this.connection = connection;
        this.producer = producer;
    }

    /** A publisher to this cluster; it connects when it is first used. */
    public static StatementPublisher create(KafkaConnection connection) {
        return new StatementPublisher(
                connection,
                new KafkaProducer<>(
                        properties(connection),
                        new StringSerializer(),
                        new RecordSerializer<>(RecordCodec.of(Statement.class))));
    }

    /**
     * Publishes a statement and waits until all partitions have it. Gives the number of partitions.
     *
     * @throws KafkaException if that cannot be done within 10 seconds
     */
    public int publish(Statement statement) {
        Topic declared = statement instanceof Declassification ? Topics.DECLASSIFICATIONS : Topics.CLASSIFICATIONS;
        String topic = connection.nameOf(declared);
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (PartitionInfo partition : producer.partitionsFor(topic)) {
            sent.add(producer.send(new ProducerRecord<>(
                    topic,
                    partition.partition(),
                    statement.timeMillis(),
                    statement.statementId(),
                    statement,
                    CloudEventHeaders.of(Envelope.of(statement)))));
        }
        sent.forEach(StatementPublisher::await);
        return sent.size();
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIME_MAX);
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a partition did not take the statement; publish it again", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the statement was published; publish it again", e);
        }
    }

    private static Map<String, Object> properties(KafkaConnection connection) {
        Map<String, Object> properties = StoringProducer.properties(connection, "statements", Topics.CLASSIFICATIONS);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MILLIS_MAX);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS_MAX / 2);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS_MAX);
        return properties;
    }
}
