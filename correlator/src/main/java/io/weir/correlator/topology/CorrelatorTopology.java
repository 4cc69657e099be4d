package io.weir.correlator.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.correlator.record.ReceivedDeserializer;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.state.Reducer;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.kafka.RecordSerializer;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.topic.Topic;
import io.weir.schemas.topic.Topics;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.UsePartitionTimeOnInvalidTimestamp;

/**
 * Puts the lanes together.
 *
 * <pre>
 *   calls ─ event-guard ─┬─ session-link ──────────▶ alerts ─┬─ audit ──────────▶ audit
 *                        │   ▲  ▲                            └─ finding-export ─▶ OCSF 2006
 *            statements ─┼───┘  └──── answers ◀─ fleet-index
 *                        ├─ fleet-ask ─▶ parts ──────▲
 *                        ├─ decision-log ──────────▶ decisions
 *                        ├─ api-activity-export ───▶ OCSF 6003
 *                        └─ audit ─────────────────▶ audit
 *   statements ──────────── audit ─────────────────▶ audit
 * </pre>
 *
 * <p>All of it but the fleet index is one sub-topology: a task owns the partition of the same number of calls, of
 * alerts and of audit, so there is one writer for each audit chain. Alerts are read back from their topic, because the
 * audit log commits to a record by its place, and a record has none before it is written.
 */
public final class CorrelatorTopology {

    private CorrelatorTopology() {}

    /**
     * The topology.
     *
     * @param rules makes the linking rule of a task
     */
    public static Topology build(
            TopologySettings settings,
            Supplier<? extends Reducer<PlacedEvent, AlertRaised>> rules,
            MeterRegistry meters) {
        Topology topology = new Topology();
        source(topology, TopologyNames.CALLS_SOURCE, Topics.CALLS, SessionEvent.class, settings);
        source(topology, TopologyNames.ALERTS_SOURCE, Topics.ALERTS, AlertRaised.class, settings);
        SessionLane.attach(topology, settings, rules, meters);
        FleetLane.attach(topology, settings, meters);
        ExportLane.attach(topology, settings);
        AuditLane.attach(topology, settings);
        return topology;
    }

    /** Adds the sink of a topic whose values are JSON. */
    static void sink(Topology topology, String name, Topic topic, TopologySettings settings, String parent) {
        sink(topology, name, topic, new RecordSerializer<>(RecordCodec.of(topic.value())), settings, parent);
    }

    /** Adds the sink of a topic. */
    static <T> void sink(
            Topology topology,
            String name,
            Topic topic,
            Serializer<T> values,
            TopologySettings settings,
            String parent) {
        topology.addSink(name, settings.nameOf(topic), new StringSerializer(), values, parent);
    }

    /**
     * Adds the source of a topic whose values are JSON. Records keep the time that the broker has accepted; one
     * without a valid time, which only a foreign producer can write, takes the partition's.
     */
    static <T> void source(Topology topology, String name, Topic topic, Class<T> type, TopologySettings settings) {
        source(topology, name, topic, new ReceivedDeserializer<>(RecordCodec.of(type)), settings);
    }

    /** Adds the source of a topic. */
    static <T> void source(
            Topology topology, String name, Topic topic, ReceivedDeserializer<T> values, TopologySettings settings) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                new UsePartitionTimeOnInvalidTimestamp(),
                new StringDeserializer(),
                values,
                settings.nameOf(topic));
    }
}
