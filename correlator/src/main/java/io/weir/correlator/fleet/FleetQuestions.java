package io.weir.correlator.fleet;

import io.weir.correlator.record.Origins;
import io.weir.correlator.record.Received;
import io.weir.correlator.session.Happenings;
import io.weir.engine.link.FleetDesk;
import io.weir.engine.link.FleetPart;
import io.weir.engine.link.PlacedEvent;
import io.weir.schemas.event.SessionEvent;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Tells the buckets what a session has read, and asks them about what it may send outside. */
public final class FleetQuestions extends ContextualProcessor<String, Received<SessionEvent>, String, FleetPart> {

    private final FleetDesk desk;

    /** Asks as this desk does. */
    public FleetQuestions(FleetDesk desk) {
        this.desk = desk;
    }

    @Override
    public void process(Record<String, Received<SessionEvent>> record) {
        Received<SessionEvent> received = record.value();
        PlacedEvent event = Happenings.of(received.value(), received, Origins.place(context()));
        for (FleetPart part : desk.ask(event)) {
            context().forward(new Record<>(part.bucketKey(), part, record.timestamp()));
        }
    }
}
