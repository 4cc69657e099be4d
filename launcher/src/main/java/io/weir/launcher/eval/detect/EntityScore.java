package io.weir.launcher.eval.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts of texts in which every entity is labelled: each finding of a known entity beside the labels is wrong. */
final class EntityScore {

    private static final double RIGHT_SHARE = 0.5;

    private final Families families;
    private final String source;
    private final Map<String, EntityCount> entities = new TreeMap<>();
    private int textsWithout;
    private int falseTexts;

    EntityScore(Families families, String source) {
        this.families = families;
        this.source = source;
    }

    /** Counts a text, and tells what went wrong with entities that have a form. */
    List<String> add(Sample sample, Scan scan) {
        List<String> failures = new ArrayList<>();
        List<Label> labels = sample.demanded();
        for (Label label : labels) {
            boolean recalled = addLabel(label, sample, scan);
            if (!recalled && families.isPattern(label.type())) {
                failures.add("missed " + label.type() + "@" + label.start() + "-" + label.end());
            }
        }
        List<String> wrong = scan.findings().stream()
                .filter(found -> addFinding(found, labels))
                .map(found -> "wrong " + found.line())
                .toList();
        if (labels.stream().map(Label::type).noneMatch(families::isPattern)) {
            textsWithout++;
            falseTexts += wrong.isEmpty() ? 0 : 1;
        }
        failures.addAll(wrong);
        return failures;
    }

    String source() {
        return source;
    }

    /** Entities that have a form. */
    Map<String, EntityCount> patterns() {
        return select(true);
    }

    /** Names, places and other entities without a form. */
    Map<String, EntityCount> freeText() {
        return select(false);
    }

    /** All entities that have a form, together. */
    EntityCount patternTotal() {
        return patterns().values().stream().reduce(EntityCount.ZERO, EntityCount::plus);
    }

    /**
     * The counts in the form of the other sources: positives are labels, negatives texts without an entity of a form.
     */
    SampleCount sampleCount() {
        EntityCount total = patternTotal();
        return new SampleCount(total.labels(), total.recalled(), total.exact(), textsWithout, falseTexts, 0, 0, 0, 0);
    }

    private Map<String, EntityCount> select(boolean pattern) {
        Map<String, EntityCount> selected = new TreeMap<>(entities);
        selected.keySet().removeIf(type -> families.isPattern(type) != pattern);
        return selected;
    }

    private boolean addLabel(Label label, Sample sample, Scan scan) {
        List<Found> fitting = scan.findings().stream()
                .filter(found -> families.fits(found.rule(), source, label.type()))
                .toList();
        boolean recalled = SampleJudge.isRecalled(label, sample.text(), scan, fitting);
        boolean exact = fitting.stream().anyMatch(label::isExactly);
        count(label.type(), new EntityCount(1, recalled ? 1 : 0, exact ? 1 : 0, 0, 0));
        return recalled;
    }

    /** Counts a finding, and tells whether it is a wrong one of an entity that has a form. */
    private boolean addFinding(Found found, List<Label> labels) {
        Optional<Label> right = labels.stream()
                .filter(label -> families.fits(found.rule(), source, label.type()) && overlaps(found, label))
                .findFirst();
        Optional<String> type = right.map(Label::type).or(() -> typeOf(found));
        type.ifPresent(known -> count(known, new EntityCount(0, 0, 0, 1, right.isPresent() ? 0 : 1)));
        return right.isEmpty() && type.filter(families::isPattern).isPresent();
    }

    private Optional<String> typeOf(Found found) {
        return families.labelledEntities().stream()
                .filter(type -> families.fits(found.rule(), source, type))
                .findFirst();
    }

    private static boolean overlaps(Found found, Label label) {
        int shared = found.sharedWith(label.start(), label.end());
        boolean mostlyInside = shared > 0 && shared >= RIGHT_SHARE * (found.end() - found.start());
        return mostlyInside || !found.isPlaced() || label.isCoveredBy(found);
    }

    private void count(String type, EntityCount count) {
        entities.merge(type, count, EntityCount::plus);
    }
}
