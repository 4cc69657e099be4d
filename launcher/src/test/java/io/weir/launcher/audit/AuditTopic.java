package io.weir.launcher.audit;

import io.weir.engine.audit.AuditChain;
import io.weir.engine.audit.AuditSubject;
import io.weir.engine.audit.RecordOrigin;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.schemas.event.AuditEntry;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.topic.Topics;
import io.weir.testkit.event.SampleEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes decisions and the chain over them, all into one partition, as the correlator would. */
final class AuditTopic implements AutoCloseable {

    static final int PARTITION = 1;
    static final int PARTITIONS = 2;

    private static final RecordCodec<DecisionMade> DECISIONS = RecordCodec.of(DecisionMade.class);
    private static final RecordCodec<AuditEntry> ENTRIES = RecordCodec.of(AuditEntry.class);

    private final KafkaConnection connection;
    private final KafkaProducer<byte[], byte[]> producer;

    private AuditTopic(KafkaConnection connection, KafkaProducer<byte[], byte[]> producer) {
        this.connection = connection;
        this.producer = producer;
    }

    /** Creates the two topics, with few partitions to be quick. */
    static AuditTopic create(KafkaConnection connection) throws ExecutionException, InterruptedException {
        List<NewTopic> topics = Stream.of(Topics.DECISIONS, Topics.AUDIT)
                .map(topic -> new NewTopic(connection.nameOf(topic), PARTITIONS, (short) 1))
                .toList();
        try (Admin admin = Admin.create(connection.clientProperties())) {
            admin.createTopics(topics).all().get();
        }
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new AuditTopic(connection, new KafkaProducer<>(connection.clientProperties(), bytes, bytes));
    }

    String name() {
        return connection.nameOf(Topics.AUDIT);
    }

    String log() {
        return AuditChain.nameOf(name(), PARTITION);
    }

    /** A chain over decisions that are written to their topic; the chain itself is not written. */
    List<AuditEntry> chainOver(int decisions) throws ExecutionException, InterruptedException {
        List<AuditEntry> chain = new ArrayList<>();
        for (int index = 0; index < decisions; index++) {
            DecisionMade decision = decision("call-" + index);
            byte[] bytes = DECISIONS.encode(decision);
            RecordMetadata sent = send(connection.nameOf(Topics.DECISIONS), bytes);
            append(chain, AuditSubject.of(decision, origin(sent.offset()), bytes));
        }
        return chain;
    }

    /** Appends an entry over a decision whose record has other bytes than those that are on the topic. */
    void appendFalse(List<AuditEntry> chain, long offset) {
        append(chain, AuditSubject.of(decision("false"), origin(offset), new byte[] {1, 2, 3}));
    }

    void write(List<AuditEntry> chain) throws ExecutionException, InterruptedException {
        for (AuditEntry entry : chain) {
            writeBytes(ENTRIES.encode(entry));
        }
    }

    void writeBytes(byte[] value) throws ExecutionException, InterruptedException {
        send(name(), value);
    }

    @Override
    public void close() {
        producer.close();
    }

    private void append(List<AuditEntry> chain, AuditSubject subject) {
        AuditEntry last = chain.isEmpty() ? null : chain.get(chain.size() - 1);
        chain.add(AuditChain.next(log(), last, subject));
    }

    private RecordOrigin origin(long offset) {
        return new RecordOrigin(connection.nameOf(Topics.DECISIONS), PARTITION, offset);
    }

    private static DecisionMade decision(String name) {
        return DecisionMade.of(SampleEvents.call("s-1", name));
    }

    private RecordMetadata send(String topic, byte[] value) throws ExecutionException, InterruptedException {
        return producer.send(new ProducerRecord<>(topic, PARTITION, null, value))
                .get();
    }
}
