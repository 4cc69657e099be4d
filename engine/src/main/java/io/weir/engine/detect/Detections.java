package io.weir.engine.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found in a payload.
 *
 * @param found by leaf and position, none overlapping another
 * @param gaps what could not be searched, a line each; never content
 */
public record Detections(List<Detection> found, List<String> gaps) {

    /** Copies the lists. */
    public Detections {
        found = List.copyOf(found);
        gaps = List.copyOf(gaps);
    }

    /**
     * These detections, and those of another search that overlap none of them.
     *
     * @param others by leaf and position, none overlapping another
     */
    public Detections with(Detections others) {
        List<Detection> all = new ArrayList<>(found.size() + others.found.size());
        int next = 0;
        for (Detection other : others.found) {
            while (next < found.size() && found.get(next).endsBefore(other)) {
                all.add(found.get(next++));
            }
            if (next == found.size() || other.endsBefore(found.get(next))) {
                all.add(other);
            }
        }
        all.addAll(found.subList(next, found.size()));
        List<String> allGaps = new ArrayList<>(gaps);
        allGaps.addAll(others.gaps);
        return new Detections(all, allGaps);
    }
}
