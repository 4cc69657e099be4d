package io.weir.correlator.session;

import io.weir.correlator.record.Received;
import io.weir.engine.link.EventBytes;
import io.weir.engine.link.FleetAnswer;
import io.weir.engine.link.Happening;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.link.PlacedStatement;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.Statement;

/** Tells by a record's value what has happened to sessions. */
public final class Happenings {

    private Happenings() {}

    /**
     * What a record tells of.
     *
     * @throws IllegalArgumentException if it is nothing that the session lane takes: a programming error
     */
    public static Happening of(Received<?> record, RecordPlace place) {
        Object value = record.value();
        if (value instanceof SessionEvent event) {
            return of(event, record, place);
        }
        if (value instanceof Statement statement) {
            return new PlacedStatement(statement, place);
        }
        if (value instanceof FleetAnswer answer) {
            return answer;
        }
        throw new IllegalArgumentException("the session lane takes no " + value.getClass());
    }

    /** An event and its record. */
    public static PlacedEvent of(SessionEvent event, Received<?> record, RecordPlace place) {
        return record.made(PlacedEvent.class, () -> new PlacedEvent(event, place, new EventBytes(record.bytes())));
    }
}
