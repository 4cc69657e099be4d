package io.weir.correlator.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.correlator.session.AlertRecord;
import io.weir.correlator.session.EventGuard;
import io.weir.correlator.session.LossMeters;
import io.weir.correlator.session.ReducerProcessor;
import io.weir.engine.link.ExpiringSessions;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.link.SessionExpiry;
import io.weir.engine.state.Reducer;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.topic.Topics;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;

/** Events of sessions through the guard and the linking rule to alerts. */
final class SessionLane {

    private SessionLane() {}

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
        SessionExpiry expiry = new SessionExpiry(settings.sessionMillis(), new LossMeters(meters));
        topology.addProcessor(
                TopologyNames.SESSION_LINK,
                () -> new ReducerProcessor<>(
                        () -> new ExpiringSessions<>(rules.get(), PlacedEvent::event, expiry),
                        PlacedEvent::new,
                        StateStores.SESSION_STATE,
                        settings.indexBytesMax(),
                        new AlertRecord(meters)),
                TopologyNames.EVENT_GUARD);
        topology.addStateStore(StateStores.sessionState(), TopologyNames.SESSION_LINK);
        CorrelatorTopology.sink(
                topology, TopologyNames.ALERTS_SINK, Topics.ALERTS, settings, TopologyNames.SESSION_LINK);
    }
}
