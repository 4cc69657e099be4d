package io.weir.launcher.eval.detect;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Counts of one entity in texts in which every entity is labelled.
 *
 * @param labels places to be found
 * @param recalled those that a finding of the entity covers and redaction takes away
 * @param exact those found with their very start and end
 * @param found findings of the entity
 * @param wrong findings that overlap no label of an entity that their rule is for
 */
record EntityCount(
        @JsonProperty("labels") int labels,
        @JsonProperty("recalled") int recalled,
        @JsonProperty("exact") int exact,
        @JsonProperty("found") int found,
        @JsonProperty("wrong") int wrong) {

    static final EntityCount ZERO = new EntityCount(0, 0, 0, 0, 0);

    private static final double BETA_SQUARE = 4;

    EntityCount plus(EntityCount other) {
        return new EntityCount(
                labels + other.labels,
                recalled + other.recalled,
                exact + other.exact,
                found + other.found,
                wrong + other.wrong);
    }

    @JsonProperty("precision")
    double precision() {
        return found == 0 ? 1 : (double) (found - wrong) / found;
    }

    @JsonProperty("recall")
    double recall() {
        return labels == 0 ? 1 : (double) recalled / labels;
    }

    /** The F measure that weighs recall twice as much as precision. */
    @JsonProperty("f2")
    double f2() {
        double precision = precision();
        double recall = recall();
        double weighted = BETA_SQUARE * precision + recall;
        return weighted == 0 ? 0 : (1 + BETA_SQUARE) * precision * recall / weighted;
    }
}
