package io.weir.engine.payload;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A replacement in a text.
 *
 * @param start first UTF-16 unit to replace
 * @param end one past the last unit
 * @param cause the editor's number of its reason
 * @param exact whether the range is just the value that is the reason, and not a text around it
 * @param ready what to write; null to ask the editor
 */
record Patch(
        int start,
        int end,
        int cause,
        boolean exact,
        @Nullable String ready) {

    /** The replacement of a value. */
    static Patch value(int start, int end, int cause) {
        return new Patch(start, end, cause, true, null);
    }

    /** The replacement of a whole text because of something in it. */
    static Patch enclosure(int start, int end, int cause) {
        return new Patch(start, end, cause, false, null);
    }

    /** A text written anew. */
    static Patch rewritten(int start, int end, int cause, String text) {
        return new Patch(start, end, cause, false, text);
    }

    Patch shifted(int offset) {
        return new Patch(start + offset, end + offset, cause, exact, ready);
    }

    /** This patch over another range. */
    Patch between(int newStart, int newEnd) {
        return new Patch(newStart, newEnd, cause, exact, ready);
    }

    /** This patch with its text written in another way. */
    Patch written(UnaryOperator<String> encoding) {
        return ready == null ? this : new Patch(start, end, cause, exact, encoding.apply(ready));
    }

    boolean covers(Patch other) {
        return start <= other.start && end >= other.end;
    }
}
