package io.weir.engine.detect;

import io.weir.engine.rule.Rule;
import io.weir.engine.scan.CandidateSink;
import io.weir.schemas.word.Confidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges the candidates of one leaf: validator, entropy, placeholders, context words. Used by one thread. */
final class Candidates implements CandidateSink {

    private final int leaf;
    private final CharSequence text;
    private final List<Detection> detections;
    private @Nullable CandidateValue last;

    /**
     * A judge of one leaf.
     *
     * @param leaf index in the payload
     * @param detections where findings go
     */
    Candidates(int leaf, CharSequence text, List<Detection> detections) {
        this.leaf = leaf;
        this.text = text;
        this.detections = detections;
    }

    @Override
    public int take(Rule rule, int start, int end, boolean inContext) {
        CandidateValue value = value(start, end);
        int accepted = start + rule.validator().accept(value.text());
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
        CandidateValue value = last;
        if (value == null || !value.isBetween(start, end)) {
            value = new CandidateValue(text, start, end);
            last = value;
        }
        return value;
    }
}
