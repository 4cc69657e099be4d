package io.weir.benchmarks.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.correlator.CorrelatorConfig;
import io.weir.correlator.StreamsSettings;
import io.weir.correlator.failure.DeadLetters;
import io.weir.correlator.fleet.FleetForms;
import io.weir.correlator.record.Received;
import io.weir.correlator.record.ReceivedDeserializer;
import io.weir.correlator.topology.CorrelatorTopology;
import io.weir.engine.correlation.SessionCorrelation;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.messaging.kafka.RecordSerializer;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.topic.Topic;
import io.weir.schemas.topic.Topics;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** What is compared: both read the calls with the same codec, settings and guarantees. */
enum Contender {
    /** Reads each event and writes it to another topic. */
    PASS_THROUGH {
        @Override
        Topology topology(CorrelatorConfig config, KafkaConnection connection, MeterRegistry meters) {
            Topology topology = new Topology();
            topology.addSource(
                    AutoOffsetReset.earliest(),
                    "calls-source",
                    new StringDeserializer(),
                    new ReceivedDeserializer<>(RecordCodec.of(SessionEvent.class)),
                    connection.nameOf(Topics.CALLS));
            topology.addProcessor("pass-on", PassOn::new, "calls-source");
            topology.addSink(
                    "copies-sink",
                    connection.nameOf(COPIES),
                    new StringSerializer(),
                    new RecordSerializer<>(RecordCodec.of(SessionEvent.class)),
                    "pass-on");
            return topology;
        }
    },
    /** The correlator with all its lanes. */
    CORRELATOR {
        @Override
        Topology topology(CorrelatorConfig config, KafkaConnection connection, MeterRegistry meters) {
            return CorrelatorTopology.build(
                    config.topology(connection::nameOf), () -> new SessionCorrelation(FleetForms.session()), meters);
        }
    };

    abstract Topology topology(CorrelatorConfig config, KafkaConnection connection, MeterRegistry meters);

    /** The topic that the pass-through writes to; it must exist. */
    static final Topic COPIES = new Topic(
            "bench.copies",
            "tenant|session id",
            SessionEvent.class,
            Topics.CALLS.partitions(),
            Topics.CALLS.retention(),
            Topic.Cleanup.DELETE,
            Topic.Compression.LZ4);

    /** Whether what sessions have read before matters to it. */
    boolean keepsState() {
        return this == CORRELATOR;
    }

    KafkaStreams streams(KafkaConnection connection, CorrelatorConfig config, MeterRegistry meters) {
        DeadLetters deadLetters = new DeadLetters(connection.nameOf(Topics.DEAD_LETTERS), meters);
        Properties settings = StreamsSettings.of(config, connection, deadLetters);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, connection.prefix() + name());
        return new KafkaStreams(topology(config, connection, meters), settings);
    }

    private static final class PassOn
            extends ContextualProcessor<String, Received<SessionEvent>, String, SessionEvent> {
        @Override
        public void process(Record<String, Received<SessionEvent>> record) {
            context().forward(record.withValue(record.value().value()));
        }
    }
}
