package io.weir.launcher.eval.detect;

import io.weir.launcher.eval.measure.Report;
import io.weir.launcher.eval.measure.Wilson;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What an evaluation of detection found, for people and for programs. */
record DetectReport(DetectScore score, Wrapping wrapping) implements Report {

    private static final int WORST = 25;

    @Override
    public Map<String, Object> json(boolean withFailures) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("wrap", wrapping.name());
        json.put("sources", sources());
        json.put("types", types());
        Map<String, Object> entities = new LinkedHashMap<>();
        score.labelled().forEach((source, labelled) -> entities.put(source, entities(labelled)));
        json.put("entities", entities);
        if (withFailures) {
            json.put("failures", score.failures());
        }
        return json;
    }

    @Override
    public List<String> failures() {
        return score.failures().stream().map(Failure::line).toList();
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder("Shares with 95 % intervals (Wilson). Wrapped: " + wrapping + ".\n\n");
        text.append(String.format(
                Locale.ROOT,
                "%-20s %-38s %6s %8s  %-34s %s%n",
                "source",
                "recalled",
                "exact",
                "by other",
                "false",
                "of another rule"));
        sources().forEach((source, count) -> text.append(row(source, count)));
        score.sources().forEach((source, count) -> text.append(weak(source, count)));
        score.labelled().values().forEach(labelled -> labelled(text, labelled));
        worst(text);
        return text.toString();
    }

    private Map<String, SampleCount> sources() {
        Map<String, SampleCount> sources = new TreeMap<>(score.sources());
        score.labelled().forEach((source, labelled) -> sources.put(source, labelled.sampleCount()));
        return sources;
    }

    private Map<String, SampleCount> types() {
        Map<String, SampleCount> types = new TreeMap<>();
        score.rules()
                .values()
                .forEach(rules -> rules.forEach((rule, count) -> types.merge(rule, count, SampleCount::plus)));
        score.labelled()
                .values()
                .forEach(labelled -> labelled.patterns()
                        .forEach((type, count) -> types.merge(
                                type,
                                new SampleCount(count.labels(), count.recalled(), count.exact(), 0, 0, 0, 0, 0, 0),
                                SampleCount::plus)));
        return types;
    }

    private static Map<String, Object> entities(EntityScore labelled) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pattern_total", labelled.patternTotal());
        json.put("pattern", labelled.patterns());
        json.put("free_text", labelled.freeText());
        return json;
    }

    private static String row(String name, SampleCount count) {
        return String.format(
                Locale.ROOT,
                "%-20s %-38s %6d %8d  %-34s %d%n",
                name,
                share(count.recalled(), count.positives()),
                count.exact(),
                count.recalledByOther(),
                share(count.falseFindings(), count.negatives()),
                count.ofAnotherRule());
    }

    private static String weak(String source, SampleCount count) {
        return count.weakPositives() == 0
                ? ""
                : source + ", positives below the score of 0.4 apart: "
                        + share(count.weakRecalled(), count.weakPositives()) + "\n";
    }

    private static void labelled(StringBuilder text, EntityScore labelled) {
        text.append('\n');
        table(text, labelled.source() + ", entities with a form", labelled.patterns());
        text.append(entity("all of them", labelled.patternTotal())).append('\n');
        table(text, labelled.source() + ", free text", labelled.freeText());
    }

    private static void table(StringBuilder text, String title, Map<String, EntityCount> entities) {
        text.append(String.format(
                Locale.ROOT,
                "%-40s %6s %8s %6s %6s %6s %9s %6s %6s%n",
                title,
                "labels",
                "recalled",
                "exact",
                "found",
                "wrong",
                "precision",
                "recall",
                "F2"));
        entities.forEach((entity, count) -> text.append(entity(entity, count)));
    }

    private static String entity(String name, EntityCount count) {
        return String.format(
                Locale.ROOT,
                "%-40s %6d %8d %6d %6d %6d %9.3f %6.3f %6.3f%n",
                name,
                count.labels(),
                count.recalled(),
                count.exact(),
                count.found(),
                count.wrong(),
                count.precision(),
                count.recall(),
                count.f2());
    }

    private void worst(StringBuilder text) {
        score.rules().forEach((source, rules) -> {
            List<Map.Entry<String, SampleCount>> worst = rules.entrySet().stream()
                    .filter(rule -> rule.getValue().failures() > 0)
                    .sorted(Comparator.comparing(rule -> -rule.getValue().failures()))
                    .limit(WORST)
                    .toList();
            if (!worst.isEmpty()) {
                text.append('\n').append(source).append(", worst types: missed of positives, false of negatives\n");
                worst.forEach(rule -> text.append(worst(rule.getKey(), rule.getValue())));
            }
        });
    }

    private static String worst(String rule, SampleCount count) {
        return String.format(
                Locale.ROOT,
                "  %-50s %4d of %-4d %4d of %-4d%n",
                rule,
                count.positives() - count.recalled(),
                count.positives(),
                count.falseFindings(),
                count.negatives());
    }

    private static String share(int hits, int n) {
        Wilson interval = Wilson.of(hits, n);
        double share = n == 0 ? 0 : (double) hits / n;
        return n == 0
                ? "-"
                : String.format(
                        Locale.ROOT, "%.3f [%.3f, %.3f] %d/%d", share, interval.low(), interval.high(), hits, n);
    }
}
