package io.weir.engine.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Leaves one detection where several overlap: the surer, then the longer, then the one whose rule id sorts first. */
final class Overlaps {

    private static final Comparator<Detection> BEST_FIRST = Comparator.comparing(Detection::confidence)
            .reversed()
            .thenComparing(Comparator.comparingInt((Detection d) -> d.end() - d.start())
                    .reversed())
            .thenComparing(Detection::rule)
            .thenComparingInt(Detection::start);

    private Overlaps() {}

    /** The detections of one leaf that remain, by position. */
    static List<Detection> resolve(List<Detection> detections) {
        List<Detection> ranked = new ArrayList<>(detections);
        ranked.sort(BEST_FIRST);
        TreeMap<Integer, Detection> kept = new TreeMap<>();
        for (Detection detection : ranked) {
            Map.Entry<Integer, Detection> before = kept.lowerEntry(detection.end());
            if (before == null || before.getValue().end() <= detection.start()) {
                kept.put(detection.start(), detection);
            }
        }
        return List.copyOf(kept.values());
    }
}
