package io.weir.engine.detect;

import io.weir.engine.rule.Rule;
import io.weir.engine.scan.CandidateSink;
import io.weir.engine.validate.Randomness;
import io.weir.schemas.word.Confidence;
import java.util.List;

/** Judges the candidates of one leaf: validator, entropy, placeholders, context words. Used by one thread. */
final class Candidates implements CandidateSink {

    private final int leaf;
    private final CharSequence text;
    private final List<Detection> detections;

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
        CharSequence value = text.subSequence(start, end);
        int accepted = start + rule.validator().accept(value);
        if (accepted == start
                || (!rule.placeholdersCount() && Placeholder.looksLike(value))
                || (rule.entropyMin() > 0 && Randomness.entropy(value) < rule.entropyMin())) {
            return -1;
        }
        Confidence raised = rule.context().confidence();
        Confidence confidence = inContext && raised != null ? raised : rule.confidence();
        detections.add(new Detection(rule.id(), rule.dataClass(), rule.valueKind(), confidence, leaf, start, accepted));
        return accepted;
    }
}
