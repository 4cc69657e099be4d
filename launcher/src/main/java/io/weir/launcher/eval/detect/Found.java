package io.weir.launcher.eval.detect;

import io.weir.engine.rule.Rule;

/**
 * A finding, laid on the text of its sample.
 *
 * @param rule that found it
 * @param start first UTF-16 unit; -1 where the finding lies in decoded content that does not stand in the text
 * @param end one past the last unit, or -1
 */
record Found(Rule rule, int start, int end) {

    static Found nowhere(Rule rule) {
        return new Found(rule, -1, -1);
    }

    boolean isPlaced() {
        return start >= 0;
    }

    int sharedWith(int from, int to) {
        return Math.max(0, Math.min(end, to) - Math.max(start, from));
    }

    /** Rule and place, no text. */
    String line() {
        return isPlaced() ? rule.id() + "@" + start + "-" + end : rule.id() + "@decoded";
    }
}
