package io.weir.launcher.eval.noise;

import io.weir.launcher.eval.measure.Report;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was found in ordinary traffic, for people and for programs. */
record NoiseReport(NoiseScore score) implements Report {

    private static final double UNIT_BYTES = 100_000;

    @Override
    public Map<String, Object> json(boolean withFindings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bodies", score.bodies());
        json.put("bytes", score.bytes());
        json.put("findings", score.findings().size());
        json.put("per_100_kb", per100Kb(score.findings().size()));
        json.put("classes", score.classes());
        Map<String, Object> rules = new TreeMap<>();
        score.rules()
                .forEach((rule, count) -> rules.put(
                        rule,
                        Map.of("findings", count, "distinct", score.distinct(rule), "per_100_kb", per100Kb(count))));
        json.put("rules", rules);
        if (withFindings) {
            json.put("failures", score.findings());
        }
        return json;
    }

    @Override
    public List<String> failures() {
        return score.findings().stream().map(NoiseFinding::line).toList();
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%d bodies of benign runs, %d bytes: %d findings, %.2f per 100 KB%n%n",
                score.bodies(),
                score.bytes(),
                score.findings().size(),
                per100Kb(score.findings().size())));
        score.classes()
                .forEach((dataClass, count) -> text.append(
                        String.format(Locale.ROOT, "%-40s %7d %19.2f%n", dataClass, count, per100Kb(count))));
        text.append(String.format(Locale.ROOT, "%n%-40s %7s %8s %10s%n", "rule", "found", "distinct", "per 100 KB"));
        List<Map.Entry<String, Integer>> rules = score.rules().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
        rules.forEach(rule -> text.append(String.format(
                Locale.ROOT,
                "%-40s %7d %8d %10.2f%n",
                rule.getKey(),
                rule.getValue(),
                score.distinct(rule.getKey()),
                per100Kb(rule.getValue()))));
        return text.toString();
    }

    private double per100Kb(int findings) {
        return score.bytes() == 0 ? 0 : findings * UNIT_BYTES / score.bytes();
    }
}
