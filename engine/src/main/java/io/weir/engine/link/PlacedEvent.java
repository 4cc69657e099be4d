package io.weir.engine.link;

import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import org.jspecify.annotations.Nullable;

/**
 * An event of a session and the record that it came in, so that evidence can name it. What rules make of it first of
 * all is made once. Not safe to share between threads.
 */
public final class PlacedEvent implements Happening {

    private final SessionEvent event;
    private final @Nullable RecordPlace place;
    private final @Nullable EventBytes stored;
    private @Nullable SessionRead read;
    private @Nullable Write write;

    /**
     * An event.
     *
     * @param event what happened
     * @param place its record, or null on a host that has none
     * @param stored what the record holds, or null
     */
    public PlacedEvent(SessionEvent event, @Nullable RecordPlace place, @Nullable EventBytes stored) {
        this.event = event;
        this.place = place;
        this.stored = stored;
    }

    /** An event of whose record only the place is known. */
    public PlacedEvent(SessionEvent event, @Nullable RecordPlace place) {
        this(event, place, null);
    }

    /** An event on a host without records. */
    public static PlacedEvent unplaced(SessionEvent event) {
        return new PlacedEvent(event, null);
    }

    /** What happened. */
    public SessionEvent event() {
        return event;
    }

    /** Its record, or null on a host that has none. */
    public @Nullable RecordPlace place() {
        return place;
    }

    /** What the record holds, or null. */
    @Nullable
    EventBytes stored() {
        return stored;
    }

    /** A response as a session remembers it. */
    SessionRead read(ResponseObserved response) {
        if (read == null) {
            read = SessionRead.of(response, place);
        }
        return read;
    }

    /** A call as a possible sink. */
    Write write(ToolCallScanned call) {
        if (write == null) {
            write = Write.of(call);
        }
        return write;
    }
}
