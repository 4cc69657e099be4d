package io.weir.correlator.session;

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
    public static Happening of(Object value, RecordPlace place) {
        if (value instanceof SessionEvent event) {
            return new PlacedEvent(event, place);
        }
        if (value instanceof Statement statement) {
            return new PlacedStatement(statement, place);
        }
        if (value instanceof FleetAnswer answer) {
            return answer;
        }
        throw new IllegalArgumentException("the session lane takes no " + value.getClass());
    }
}
