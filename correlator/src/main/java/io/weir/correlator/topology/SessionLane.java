package io.weir.correlator.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.correlator.fleet.FleetForms;
import io.weir.correlator.record.ReceivedDeserializer;
import io.weir.correlator.session.AlertRecord;
import io.weir.correlator.session.EventGuard;
import io.weir.correlator.session.Happenings;
import io.weir.correlator.session.LossMeters;
import io.weir.correlator.session.ReducerProcessor;
import io.weir.engine.correlation.HappeningRules;
import io.weir.engine.link.ExpiringSessions;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.link.SessionExpiry;
import io.weir.engine.state.Reducer;
import io.weir.messaging.codec.RecordCodec;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Statement;
import io.weir.schemas.topic.Topics;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.UsePartitionTimeOnInvalidTimestamp;

/**
 * What happens to sessions, through the rules, to alerts: events behind the guard, what the fleet's buckets answer, and
 * what people say. One processor takes all of it, because it alone changes the state of sessions.
 */
final class SessionLane {

    private SessionLane() {}

    /** Attaches the lane; the source of calls must be there. */
    static void attach(
            Topology topology,
            TopologySettings settings,
            Supplier<? extends Reducer<PlacedEvent, AlertRaised>> rules,
            MeterRegistry meters) {
        topology.addProcessor(
                TopologyNames.EVENT_GUARD,
                () -> new EventGuard(StateStores.EVENTS_SEEN, settings.graceMillis(), meters),
                TopologyNames.CALLS_SOURCE);
        topology.addStateStore(
                StateStores.eventsSeen(Duration.ofMillis(settings.duplicateMillis())), TopologyNames.EVENT_GUARD);
        statements(topology, settings);
        FleetLane.attachAnswers(topology, settings);
        SessionExpiry expiry = new SessionExpiry(settings.sessionMillis(), new LossMeters(meters));
        topology.addProcessor(
                TopologyNames.SESSION_LINK,
                () -> new ReducerProcessor<>(
                        () -> new HappeningRules(
                                new ExpiringSessions<>(rules.get(), PlacedEvent::event, expiry), FleetForms.session()),
                        Happenings::of,
                        StateStores.SESSION_STATE,
                        settings.indexBytesMax(),
                        new AlertRecord(meters),
                        settings.commitTime()),
                TopologyNames.EVENT_GUARD,
                TopologyNames.FLEET_ANSWERS_SOURCE,
                TopologyNames.STATEMENTS_SOURCE);
        topology.addStateStore(StateStores.sessionState(), TopologyNames.SESSION_LINK);
        CorrelatorTopology.sink(
                topology, TopologyNames.ALERTS_SINK, Topics.ALERTS, settings, TopologyNames.SESSION_LINK);
    }

    /**
     * Each statement stands once in every partition, so the task that owns a partition of the calls reads it with its
     * own sessions at hand, and no task asks another.
     */
    private static void statements(Topology topology, TopologySettings settings) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                TopologyNames.STATEMENTS_SOURCE,
                new UsePartitionTimeOnInvalidTimestamp(),
                new StringDeserializer(),
                new ReceivedDeserializer<>(RecordCodec.of(Statement.class)),
                settings.nameOf(Topics.DECLASSIFICATIONS),
                settings.nameOf(Topics.CLASSIFICATIONS));
    }
}
