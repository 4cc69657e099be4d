package io.weir.engine.detect;

import io.weir.engine.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Leaves one detection where several overlap: the surer, then the longer, then the one whose rule has precedence, then
 * the one whose rule id sorts first. Immutable and safe to share.
 */
final class Overlaps {

    private final Comparator<Detection> bestFirst;

    Overlaps(List<Rule> rules) {
        Map<String, Integer> precedence = new HashMap<>();
        rules.forEach(rule -> precedence.put(rule.id(), rule.precedence()));
        this.bestFirst = Comparator.comparing(Detection::confidence)
                .thenComparingInt(detection -> detection.end() - detection.start())
                .thenComparingInt(detection -> precedence.getOrDefault(detection.rule(), 0))
                .reversed()
                .thenComparing(Detection::rule)
                .thenComparingInt(Detection::start);
    }

    /** The detections of one leaf that remain, by position. */
    List<Detection> resolve(List<Detection> detections) {
        List<Detection> placed = new ArrayList<>(detections);
        placed.sort(Comparator.comparingInt(Detection::start));
        if (areApart(placed)) {
            return placed;
        }
        List<Detection> ranked = new ArrayList<>(detections);
        ranked.sort(bestFirst);
        TreeMap<Integer, Detection> kept = new TreeMap<>();
        for (Detection detection : ranked) {
            Map.Entry<Integer, Detection> before = kept.lowerEntry(detection.end());
            if (before == null || before.getValue().end() <= detection.start()) {
                kept.put(detection.start(), detection);
            }
        }
        return List.copyOf(kept.values());
    }

    /** Whether no detection overlaps the one before it, and so none any other. */
    private static boolean areApart(List<Detection> placed) {
        for (int i = 1; i < placed.size(); i++) {
            if (placed.get(i).start() < placed.get(i - 1).end()) {
                return false;
            }
        }
        return true;
    }
}
