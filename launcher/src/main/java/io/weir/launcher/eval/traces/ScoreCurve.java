package io.weir.launcher.eval.traces;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many traces of each group have a link of at least some score: recall against false alarms, at every threshold.
 */
final class ScoreCurve {

    private static final List<String> GROUPS = List.of("exfil_success", "benign", "benign_read_write");
    private static final int STEPS = 20;

    private final Map<String, List<Double>> scores = new TreeMap<>();

    void add(String group, double score) {
        scores.computeIfAbsent(group, none -> new ArrayList<>()).add(score);
    }

    /** The share of each group by threshold, thresholds ascending from 0.30 to 0.95. */
    Map<String, Map<String, Double>> shares() {
        Map<String, Map<String, Double>> byThreshold = new LinkedHashMap<>();
        for (int step = 6; step < STEPS; step++) {
            double threshold = step / (double) STEPS;
            Map<String, Double> shares = new LinkedHashMap<>();
            GROUPS.forEach(group -> shares.put(group, share(group, threshold)));
            byThreshold.put(String.format(Locale.ROOT, "%.2f", threshold), shares);
        }
        return byThreshold;
    }

    String text() {
        StringBuilder text = new StringBuilder("Share of runs with a link of at least this score:\n\n");
        text.append(String.format(
                Locale.ROOT, "%-10s%15s%15s%20s%n", "score", "exfil_success", "benign", "read and write"));
        shares().forEach((threshold, shares) -> {
            text.append(String.format(Locale.ROOT, "%-10s", threshold));
            text.append(String.format(
                    Locale.ROOT,
                    "%15.3f%15.3f%20.3f%n",
                    shares.get("exfil_success"),
                    shares.get("benign"),
                    shares.get("benign_read_write")));
        });
        return text.toString();
    }

    private double share(String group, double threshold) {
        List<Double> all = scores.getOrDefault(group, List.of());
        // A score is rounded to three digits where it is made, so half a digit absorbs what binary fractions lose.
        long reached = all.stream().filter(score -> score >= threshold - 0.0005).count();
        return all.isEmpty() ? 0 : Math.round(1000.0 * reached / all.size()) / 1000.0;
    }
}
