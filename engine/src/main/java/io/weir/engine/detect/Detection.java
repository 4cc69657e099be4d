package io.weir.engine.detect;

import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule matched, inside the engine. It holds no text: whoever needs it takes it from the leaf.
 *
 * @param rule id of the rule
 * @param dataClass kind of data
 * @param valueKind how the value is indexed; null where the match is a phrase that marks a text and no value
 * @param confidence how sure the rule is
 * @param leaf index of the leaf in the payload
 * @param start first UTF-16 unit
 * @param end one past the last unit
 */
public record Detection(
        String rule,
        DataClass dataClass,
        @Nullable ValueKind valueKind,
        Confidence confidence,
        int leaf,
        int start,
        int end) {

    /** Whether it lies before another one without overlapping it. */
    boolean endsBefore(Detection other) {
        return leaf < other.leaf || (leaf == other.leaf && end <= other.start);
    }
}
