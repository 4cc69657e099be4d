package io.weir.engine.link;

import io.weir.engine.state.RecordPlaces;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import org.jspecify.annotations.Nullable;

/**
 * A read that brought in what an earlier one had brought in already, as a session keeps it: only when and where it was,
 * and which read is kept whole.
 *
 * @param eventId id of the response's event
 * @param traceId decision on the call that was answered
 * @param timeMillis event time
 * @param place its record, or null on a host that has none
 * @param wholeId id of the read of the same content that is kept whole
 */
record RepeatedRead(
        String eventId,
        String traceId,
        long timeMillis,
        @Nullable RecordPlace place,
        String wholeId) {

    /** Follows the versions of {@link SessionReadCodec}, because both stand under keys of the same kind. */
    private static final int VERSION = 6;

    private static final int BYTES_EXPECTED = 192;

    static RepeatedRead of(SessionRead read, String wholeId) {
        return new RepeatedRead(read.eventId(), read.traceId(), read.timeMillis(), read.place(), wholeId);
    }

    /** Whether these bytes are the stored form of a repeated read. */
    static boolean isIn(byte[] stored) {
        return stored.length > 0 && stored[0] == VERSION;
    }

    byte[] encode() {
        PackedOutput out = new PackedOutput(BYTES_EXPECTED)
                .put(VERSION)
                .putText(eventId)
                .putText(traceId)
                .putNumber(timeMillis);
        return RecordPlaces.put(out, place).putText(wholeId).toBytes();
    }

    static RepeatedRead decode(byte[] stored) {
        PackedInput in = new PackedInput(stored);
        if (in.get() != VERSION) {
            throw new IllegalArgumentException("this is no repeated read");
        }
        return new RepeatedRead(in.getText(), in.getText(), in.getNumber(), RecordPlaces.get(in), in.getText());
    }

    /** The read that it is, given the one that is kept whole. */
    SessionRead with(SessionRead whole) {
        return whole.at(eventId, traceId, timeMillis, place);
    }
}
