package io.weir.engine.detect;

import java.util.List;

/**
 * What was found in a payload.
 *
 * @param found by leaf and position
 * @param gaps what could not be searched, a line each; never content
 */
public record Detections(List<Detection> found, List<String> gaps) {

    /** Copies the lists. */
    public Detections {
        found = List.copyOf(found);
        gaps = List.copyOf(gaps);
    }
}
