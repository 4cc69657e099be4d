package io.weir.engine.detect;

import io.weir.engine.rule.Rule;
import io.weir.engine.scan.CandidateSink;
import io.weir.schemas.word.Confidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges the candidates of a leaf: validator, entropy, placeholders, context words. Used by one thread. */
final class Candidates implements CandidateSink {

    // A power of two.
    private static final int KEPT = 8;

    private final List<Detection> detections;
    private final @Nullable CandidateValue[] kept = new CandidateValue[KEPT];
    private int leaf;
    private String text = "";

    /**
     * A judge of one leaf after the other.
     *
     * @param detections where findings go
     */
    Candidates(List<Detection> detections) {
        this.detections = detections;
    }

    /**
     * Goes on to a leaf.
     *
     * @param newLeaf index in the payload
     */
    Candidates of(int newLeaf, CharSequence newText) {
        leaf = newLeaf;
        text = newText.toString();
        return this;
    }

    @Override
    public int take(Rule rule, int start, int end, boolean inContext) {
        CandidateValue value = value(start, end);
        int accepted = start + value.accepted(rule.validator());
        if (accepted == start
                || (rule.entropyMin() > 0 && value.entropy() < rule.entropyMin())
                || (!rule.placeholdersCount() && value.isPlaceholder())) {
            return -1;
        }
        Confidence raised = rule.context().confidence();
        Confidence confidence = inContext && raised != null ? raised : rule.confidence();
        detections.add(new Detection(rule.id(), rule.dataClass(), rule.valueKind(), confidence, leaf, start, accepted));
        return accepted;
    }

    private CandidateValue value(int start, int end) {
        int slot = (text.charAt(start) * 7 + text.charAt(end - 1) * 3 + end - start) & (KEPT - 1);
        CandidateValue value = kept[slot];
        if (value == null || !value.stands(text, start, end)) {
            value = new CandidateValue(text.substring(start, end));
            kept[slot] = value;
        }
        return value;
    }
}
