package io.weir.engine.detect;

import io.weir.engine.validate.Randomness;
import org.jspecify.annotations.Nullable;

/**
 * The value of candidates, and what was found out about it: several rules often ask about the same value, those for the
 * same name in code and in prose. Used by one thread.
 */
final class CandidateValue {

    private final int start;
    private final int end;
    private final String text;
    private @Nullable Boolean placeholder;
    private double entropy = -1;

    /** The value between two units of a text. */
    CandidateValue(CharSequence whole, int start, int end) {
        this.start = start;
        this.end = end;
        this.text = whole.subSequence(start, end).toString();
    }

    boolean isBetween(int from, int to) {
        return start == from && end == to;
    }

    String text() {
        return text;
    }

    boolean isPlaceholder() {
        if (placeholder == null) {
            placeholder = Placeholder.looksLike(text);
        }
        return placeholder;
    }

    /** Bits per character. */
    double entropy() {
        if (entropy < 0) {
            entropy = Randomness.entropy(text);
        }
        return entropy;
    }
}
