package io.weir.correlator;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.correlator.failure.DeadLetters;
import io.weir.correlator.topology.CorrelatorTopology;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.state.Reducer;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.kafka.CloudEventHeaders;
import io.weir.messaging.kafka.Envelope;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.messaging.kafka.RecordDeserializer;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.AuditEntry;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.Statement;
import io.weir.schemas.topic.Topic;
import io.weir.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;

/** The correlator's topology without a broker: records in by hand, records out by list. */
final class CorrelatorDriver implements AutoCloseable {

    private static final KafkaConnection CONNECTION = KafkaConnection.local("nowhere:1");
    private static final RecordCodec<SessionEvent> EVENTS = RecordCodec.of(SessionEvent.class);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> calls;

    CorrelatorDriver(Path folder, Supplier<? extends Reducer<PlacedEvent, AlertRaised>> rules) {
        CorrelatorConfig config = CorrelatorConfig.in(folder);
        DeadLetters deadLetters = new DeadLetters(CONNECTION.nameOf(Topics.DEAD_LETTERS), meters);
        Properties settings = StreamsSettings.of(config, CONNECTION, deadLetters);
        // The driver's producer forgets what an open transaction holds; the system tests run with exactly-once.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(topology(config, rules, meters), settings);
        calls = driver.createInputTopic(
                CONNECTION.nameOf(Topics.CALLS), new StringSerializer(), new ByteArraySerializer());
    }

    static Topology topology(
            CorrelatorConfig config,
            Supplier<? extends Reducer<PlacedEvent, AlertRaised>> rules,
            SimpleMeterRegistry meters) {
        return CorrelatorTopology.build(config.topology(CONNECTION::nameOf), rules, meters);
    }

    /** Publishes an event as the scan API would, dated by its event time. */
    void publish(SessionEvent event) {
        calls.pipeInput(new TestRecord<>(
                event.principal().sessionKey(),
                EVENTS.encode(event),
                CloudEventHeaders.of(Envelope.of(event)),
                event.timeMillis()));
    }

    /** Publishes what a person says; the driver has one partition. */
    void publish(Statement statement) {
        Topic topic = statement instanceof Declassification ? Topics.DECLASSIFICATIONS : Topics.CLASSIFICATIONS;
        driver.createInputTopic(CONNECTION.nameOf(topic), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(
                        statement.statementId(),
                        RecordCodec.of(Statement.class).encode(statement),
                        CloudEventHeaders.of(Envelope.of(statement)),
                        statement.timeMillis()));
    }

    /** Publishes bytes. */
    void publish(String key, byte[] value, long timeMillis) {
        calls.pipeInput(key, value, timeMillis);
    }

    List<TestRecord<String, AlertRaised>> alerts() {
        return read(Topics.ALERTS, new RecordDeserializer<>(RecordCodec.of(AlertRaised.class)));
    }

    List<TestRecord<String, DecisionMade>> decisions() {
        return read(Topics.DECISIONS, new RecordDeserializer<>(RecordCodec.of(DecisionMade.class)));
    }

    List<TestRecord<String, AuditEntry>> audit() {
        return read(Topics.AUDIT, new RecordDeserializer<>(RecordCodec.of(AuditEntry.class)));
    }

    List<TestRecord<String, JsonNode>> ocsf(Topic topic) {
        return read(topic, new RecordDeserializer<>(RecordCodec.of(JsonNode.class)));
    }

    List<TestRecord<String, byte[]>> deadLetters() {
        return read(Topics.DEAD_LETTERS, new ByteArrayDeserializer());
    }

    /** Keys of a store that begin with this. */
    List<String> keys(String store, String prefix) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all =
                driver.<String, byte[]>getKeyValueStore(store).all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.removeIf(key -> !key.startsWith(prefix));
        return keys;
    }

    double count(String meter, String... tags) {
        return meters.counter(meter, tags).count();
    }

    @Override
    public void close() {
        driver.close();
    }

    private <T> List<TestRecord<String, T>> read(Topic topic, Deserializer<T> values) {
        TestOutputTopic<String, T> output =
                driver.createOutputTopic(CONNECTION.nameOf(topic), new StringDeserializer(), values);
        return output.readRecordsToList();
    }
}
