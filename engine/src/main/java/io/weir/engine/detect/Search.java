package io.weir.engine.detect;

import io.weir.engine.payload.Payload;
import java.util.List;

/** Finds sensitive data in payloads. Implementations are immutable and safe to share. */
@FunctionalInterface
public interface Search {

    /** All detections, by leaf and position, and what could not be searched. No two detections of one leaf overlap. */
    Detections search(Payload payload);

    /** All detections, by leaf and position. No two of one leaf overlap. */
    default List<Detection> detect(Payload payload) {
        return search(payload).found();
    }
}
