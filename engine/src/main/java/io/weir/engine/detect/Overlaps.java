package io.weir.engine.detect;

import io.weir.engine.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
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

    private static final Comparator<Detection> BY_START = Comparator.comparingInt(Detection::start);

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
        placed.sort(BY_START);
        List<Detection> remaining = new ArrayList<>(placed.size());
        int first = 0;
        while (first < placed.size()) {
            int next = endOfGroup(placed, first);
            addBest(placed.subList(first, next), remaining);
            first = next;
        }
        return remaining;
    }

    /** One past the detections that overlap others from the first one on, which no later one overlaps. */
    private static int endOfGroup(List<Detection> placed, int first) {
        int end = placed.get(first).end();
        int next = first + 1;
        while (next < placed.size() && placed.get(next).start() < end) {
            end = Math.max(end, placed.get(next).end());
            next++;
        }
        return next;
    }

    private void addBest(List<Detection> group, List<Detection> remaining) {
        switch (group.size()) {
            case 1 -> remaining.add(group.get(0));
            case 2 -> remaining.add(bestFirst.compare(group.get(0), group.get(1)) <= 0 ? group.get(0) : group.get(1));
            default -> remaining.addAll(best(group));
        }
    }

    private Collection<Detection> best(List<Detection> group) {
        List<Detection> ranked = new ArrayList<>(group);
        ranked.sort(bestFirst);
        TreeMap<Integer, Detection> kept = new TreeMap<>();
        for (Detection detection : ranked) {
            Map.Entry<Integer, Detection> before = kept.lowerEntry(detection.end());
            if (before == null || before.getValue().end() <= detection.start()) {
                kept.put(detection.start(), detection);
            }
        }
        return kept.values();
    }
}
