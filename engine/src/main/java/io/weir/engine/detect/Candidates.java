package io.weir.engine.detect;

import io.weir.engine.rule.Rule;
import io.weir.engine.validate.Randomness;
import io.weir.schemas.word.Confidence;
import java.util.List;

/** Judges the candidates of one leaf: validator, placeholders, context words. Used by one thread. */
final class Candidates implements CandidateSink {

    private final int leaf;
    private final String key;
    private final CharSequence text;
    private final List<Detection> detections;

    /**
     * A judge of one leaf.
     *
     * @param leaf index in the payload
     * @param detections where findings go
     */
    Candidates(int leaf, String key, CharSequence text, List<Detection> detections) {
        this.leaf = leaf;
        this.key = key;
        this.text = text;
        this.detections = detections;
    }

    @Override
    public int take(Rule rule, int start, int end) {
        CharSequence value = text.subSequence(start, end);
        ContextWords context = ContextWords.of(rule.context());
        boolean required = context.required();
        if (required && !context.standNear(text, key, start, end)) {
            return -1;
        }
        int accepted = start + rule.validator().accept(value);
        if (accepted == start
                || (!rule.placeholdersCount() && Placeholder.looksLike(value))
                || (rule.entropyMin() > 0 && Randomness.entropy(value) < rule.entropyMin())) {
            return -1;
        }
        boolean near = required || context.standNear(text, key, start, end);
        Confidence raised = context.confidence();
        Confidence confidence = near && raised != null ? raised : rule.confidence();
        detections.add(new Detection(rule.id(), rule.dataClass(), rule.valueKind(), confidence, leaf, start, accepted));
        return accepted;
    }
}
