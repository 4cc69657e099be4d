package io.weir.engine.detect;

import io.weir.engine.validate.Randomness;
import io.weir.engine.validate.Validator;
import org.jspecify.annotations.Nullable;

/**
 * The value of candidates, and what was found out about it: several rules often ask about the same value, those for the
 * same name in code and in prose, and a text may hold the same one again and again. Used by one thread.
 */
final class CandidateValue {

    private final String text;
    private @Nullable Validator asked;
    private int accepted;
    private @Nullable Boolean placeholder;
    private double entropy = -1;

    CandidateValue(String text) {
        this.text = text;
    }

    /** Whether it is what stands between two places of a text. */
    boolean stands(String where, int start, int end) {
        return text.length() == end - start && where.startsWith(text, start);
    }

    /** What a validator accepts of it. Rules for the same kind of value have the same one. */
    int accepted(Validator validator) {
        if (validator != asked) {
            accepted = validator.accept(text);
            asked = validator;
        }
        return accepted;
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
