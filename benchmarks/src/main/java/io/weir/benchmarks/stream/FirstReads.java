package io.weir.benchmarks.stream;

import io.weir.correlator.fleet.FleetForms;
import io.weir.correlator.topology.TopologySettings;
import io.weir.engine.correlation.HappeningRules;
import io.weir.engine.correlation.SessionCorrelation;
import io.weir.engine.link.ExpiringSessions;
import io.weir.engine.link.FleetDesk;
import io.weir.engine.link.FleetIndexRule;
import io.weir.engine.link.FleetPart;
import io.weir.engine.link.LossListener;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.link.SessionExpiry;
import io.weir.engine.state.MemoryStateTable;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import java.util.function.BiConsumer;

/**
 * The state that the first events of sessions leave behind, made by the correlator's own rules in memory, so that a
 * million sessions need not be fed through a broker. What is not made are the ids of these events and their audit
 * entries. Not thread-safe.
 */
final class FirstReads {

    // As the session lane has them; they remember nothing outside of the table.
    private final HappeningRules rules;
    private final FleetDesk desk;
    private final FleetIndexRule index = new FleetIndexRule();
    private final MemoryStateTable buckets = new MemoryStateTable();

    FirstReads(TopologySettings settings) {
        this.rules = new HappeningRules(
                new ExpiringSessions<>(
                        new SessionCorrelation(FleetForms.session()),
                        PlacedEvent::event,
                        new SessionExpiry(settings.sessionMillis(), LossListener.NONE)),
                FleetForms.session());
        this.desk = FleetForms.desk(settings.fleetLayout(), LossListener.NONE);
    }

    /** Applies the first event of a session, and gives the entries that the session has then. */
    void apply(SessionEvent event, RecordPlace place, BiConsumer<String, byte[]> entries) {
        PlacedEvent placed = new PlacedEvent(event, place);
        MemoryStateTable session = new MemoryStateTable();
        rules.apply(session, placed);
        session.scan("", entries);
        for (FleetPart part : desk.ask(placed)) {
            index.apply(buckets, part);
        }
    }

    /** The entries of the buckets of the fleet. */
    void buckets(BiConsumer<String, byte[]> entries) {
        buckets.scan("", entries);
    }
}
