package io.weir.engine.redact;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Search;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Redacts a body until nothing is detected in it any more. Once is nearly always enough; a second look is needed where
 * a value stood so close to another that it showed only after the other had gone, or where what was written over a
 * value looks like one itself: then a label is written.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Sanitizer {

    private static final int ROUNDS_MAX = 4;

    private final PayloadReader reader;
    private final Search search;
    private final Redactor redactor;
    private final Redactor lastResort;

    /** A sanitizer of what the reader reads and the search finds. */
    public Sanitizer(PayloadReader reader, Search search, Redactor redactor) {
        this.reader = reader;
        this.search = search;
        this.redactor = redactor;
        this.lastResort = redactor.labelling();
    }

    /**
     * The sanitized body.
     *
     * @param body the tree that {@code payload} was read from; it is not changed
     * @param payload what was read
     * @param detections in that payload
     * @param spared addresses of leaves to leave as they are
     */
    public @Nullable Object sanitize(
            @Nullable Object body, Payload payload, List<Detection> detections, Set<String> spared) {
        Object sanitized = redactor.redact(body, payload, detections, spared);
        for (int round = 1; round < ROUNDS_MAX; round++) {
            Payload again = reader.readBody(sanitized, payload.format());
            Object before = sanitized;
            sanitized = lastResort.redact(before, again, search.detect(again), spared);
            if (sanitized == before) {
                return sanitized;
            }
        }
        return sanitized;
    }
}
