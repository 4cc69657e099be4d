package io.weir.launcher.eval.detect;

import io.weir.engine.detect.RuleCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Runs samples and counts their verdicts. */
final class DetectScore {

    private final Families families = Families.standard();
    private final SampleJudge judge;
    private final SampleScanner scanner;
    private final boolean showText;
    private final Map<String, SampleCount> sources = new TreeMap<>();
    private final Map<String, Map<String, SampleCount>> rules = new TreeMap<>();
    private final Map<String, EntityScore> labelled = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();

    private DetectScore(List<Sample> samples, RuleCatalog catalog, Wrapping wrapping, boolean showText) {
        this.judge = new SampleJudge(families, KindNames.of(samples), KnownValues.of(samples));
        this.scanner = new SampleScanner(catalog, wrapping);
        this.showText = showText;
    }

    static DetectScore of(List<Sample> samples, RuleCatalog catalog, Wrapping wrapping, boolean showText) {
        DetectScore score = new DetectScore(samples, catalog, wrapping, showText);
        samples.forEach(score::add);
        return score;
    }

    /** Counts of each source, without those in which every entity is labelled. */
    Map<String, SampleCount> sources() {
        return sources;
    }

    /** Counts of each rule of each source. */
    Map<String, Map<String, SampleCount>> rules() {
        return rules;
    }

    /** Sources in which every entity is labelled. */
    Map<String, EntityScore> labelled() {
        return labelled;
    }

    List<Failure> failures() {
        return failures;
    }

    private void add(Sample sample) {
        Scan scan = scanner.scan(sample.text());
        if (sample.labelsEverything()) {
            EntityScore score = labelled.computeIfAbsent(sample.source(), source -> new EntityScore(families, source));
            score.add(sample, scan).forEach(fault -> failures.add(Failure.of(sample, fault, scan, showText)));
            return;
        }
        Verdict verdict = judge.judge(sample, scan);
        SampleCount count = SampleCount.of(verdict);
        sources.merge(sample.source(), count, SampleCount::plus);
        rules.computeIfAbsent(sample.source(), source -> new TreeMap<>())
                .merge(sample.rule(), count, SampleCount::plus);
        if (verdict.outcome().isFailure()) {
            String weak = sample.isWeak() ? "weak " : "";
            String fault = verdict.outcome().name().toLowerCase(Locale.ROOT);
            failures.add(Failure.of(sample, weak + fault, scan, showText));
        }
    }
}
