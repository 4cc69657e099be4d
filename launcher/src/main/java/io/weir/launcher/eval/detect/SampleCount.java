package io.weir.launcher.eval.detect;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.launcher.eval.detect.Verdict.Outcome;

/**
 * Counts of a source or of one of its rules.
 *
 * @param positives samples in which something is to be found, the weak ones left out
 * @param recalled those in which a rule of the right family covers every label and redaction takes the values away
 * @param exact those in which each label is found with its very start and end
 * @param negatives samples in which the rule must not fire
 * @param falseFindings those in which a rule of the family fired
 * @param recalledByOther positives not recalled, in which a secret of another issuer covers every label
 * @param ofAnotherRule negatives in which the family found only what the source knows under another of its rules
 * @param weakPositives positives for which the source itself expects a score below 0.4
 * @param weakRecalled those of them that were recalled
 */
record SampleCount(
        @JsonProperty("positives") int positives,
        @JsonProperty("recalled") int recalled,
        @JsonProperty("exact") int exact,
        @JsonProperty("negatives") int negatives,
        @JsonProperty("false") int falseFindings,
        @JsonProperty("recalled_by_other") int recalledByOther,
        @JsonProperty("of_another_rule") int ofAnotherRule,
        @JsonProperty("weak_positives") int weakPositives,
        @JsonProperty("weak_recalled") int weakRecalled) {

    static SampleCount of(Verdict verdict) {
        Outcome outcome = verdict.outcome();
        boolean weak = verdict.sample().isWeak();
        boolean positive = verdict.sample().positive() && !weak;
        return new SampleCount(
                one(positive),
                one(positive && outcome == Outcome.RECALLED),
                one(positive && verdict.exact()),
                one(!verdict.sample().positive()),
                one(outcome == Outcome.FALSE),
                one(positive && outcome == Outcome.BY_OTHER),
                one(outcome == Outcome.OF_ANOTHER_RULE),
                one(weak),
                one(weak && outcome == Outcome.RECALLED));
    }

    SampleCount plus(SampleCount other) {
        return new SampleCount(
                positives + other.positives,
                recalled + other.recalled,
                exact + other.exact,
                negatives + other.negatives,
                falseFindings + other.falseFindings,
                recalledByOther + other.recalledByOther,
                ofAnotherRule + other.ofAnotherRule,
                weakPositives + other.weakPositives,
                weakRecalled + other.weakRecalled);
    }

    /** Samples that were not judged as they should be. */
    int failures() {
        return positives - recalled + falseFindings;
    }

    private static int one(boolean counted) {
        return counted ? 1 : 0;
    }
}
