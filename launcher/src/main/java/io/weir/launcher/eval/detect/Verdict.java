package io.weir.launcher.eval.detect;

/**
 * How a sample was judged.
 *
 * @param sample what was judged
 * @param outcome whether it was found, and by whom
 * @param exact whether each label was found with its very start and end
 * @param scan what the engine made of the text
 */
record Verdict(Sample sample, Outcome outcome, boolean exact, Scan scan) {

    /** Whether a sample was found, and by whom. */
    enum Outcome {
        /** A positive, found by a rule of the right family. */
        RECALLED(false),
        /** A positive, found only as a secret of another issuer. */
        BY_OTHER(true),
        /** A positive, not found. */
        MISSED(true),
        /** A negative, left alone. */
        CLEAN(false),
        /** A negative, in which the family found only what the source itself knows under another of its rules. */
        OF_ANOTHER_RULE(false),
        /** A negative, in which a rule of the family found something. */
        FALSE(true);

        private final boolean failure;

        Outcome(boolean failure) {
            this.failure = failure;
        }

        boolean isFailure() {
            return failure;
        }
    }
}
