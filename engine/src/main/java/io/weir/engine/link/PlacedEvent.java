package io.weir.engine.link;

import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event of a session and the record that it came in, so that evidence can name it.
 *
 * @param event what happened
 * @param place its record, or null on a host that has none
 * @param stored what the record holds, or null
 */
public record PlacedEvent(
        SessionEvent event,
        @Nullable RecordPlace place,
        @Nullable EventBytes stored) implements Happening {

    /** An event of whose record only the place is known. */
    public PlacedEvent(SessionEvent event, @Nullable RecordPlace place) {
        this(event, place, null);
    }

    /** An event on a host without records. */
    public static PlacedEvent unplaced(SessionEvent event) {
        return new PlacedEvent(event, null);
    }
}
