package io.weir.launcher.eval.detect;

import io.weir.engine.rule.Rule;
import io.weir.launcher.eval.detect.Verdict.Outcome;
import io.weir.schemas.word.DataClass;
import java.util.List;
import java.util.function.Predicate;

/** Judges what was found in a sample whose verdict concerns one rule of its source. */
final class SampleJudge {

    private final Families families;
    private final KindNames kinds;
    private final KnownValues known;

    SampleJudge(Families families, KindNames kinds, KnownValues known) {
        this.families = families;
        this.kinds = kinds;
        this.known = known;
    }

    Verdict judge(Sample sample, Scan scan) {
        Predicate<Rule> family = rule -> families.fits(rule, sample.source(), sample.rule());
        if (!sample.positive()) {
            return new Verdict(sample, negative(sample, fitting(scan, family)), false, scan);
        }
        boolean exact = isExact(sample, scan, family);
        if (isRecalled(sample, scan, family)) {
            return new Verdict(sample, Outcome.RECALLED, exact, scan);
        }
        boolean byOther = !families.knows(sample.rule())
                && isRecalled(sample, scan, rule -> rule.dataClass() == DataClass.SECRETS);
        return new Verdict(sample, byOther ? Outcome.BY_OTHER : Outcome.MISSED, false, scan);
    }

    private Outcome negative(Sample sample, List<Found> fitting) {
        if (fitting.isEmpty()) {
            return Outcome.CLEAN;
        }
        boolean excused = fitting.stream()
                .allMatch(found -> known.isOfAnotherRule(sample, found)
                        || kinds.isAnother(found.rule().id(), sample.source(), sample.rule()));
        return excused ? Outcome.OF_ANOTHER_RULE : Outcome.FALSE;
    }

    private static boolean isRecalled(Sample sample, Scan scan, Predicate<Rule> family) {
        List<Found> fitting = fitting(scan, family);
        return !fitting.isEmpty()
                && sample.demanded().stream().allMatch(label -> isRecalled(label, sample.text(), scan, fitting));
    }

    /** Whether a label is covered by one of the findings, and redaction takes its value away. */
    static boolean isRecalled(Label label, String text, Scan scan, List<Found> fitting) {
        boolean covered = fitting.stream().anyMatch(found -> !found.isPlaced() || label.isCoveredBy(found));
        return covered && scan.removed(label.value(text), text);
    }

    private static boolean isExact(Sample sample, Scan scan, Predicate<Rule> family) {
        List<Label> demanded = sample.demanded();
        List<Found> fitting = fitting(scan, family);
        return !demanded.isEmpty()
                && demanded.stream().allMatch(label -> fitting.stream().anyMatch(label::isExactly));
    }

    private static List<Found> fitting(Scan scan, Predicate<Rule> family) {
        return scan.findings().stream()
                .filter(found -> family.test(found.rule()))
                .toList();
    }
}
