package io.weir.engine.redact;

import io.weir.engine.detect.Detection;

/** Writes in the styles of a policy. Immutable and safe to share between threads. */
public final class StyledWriter implements ValueWriter {

    /** Labels only. */
    static final ValueWriter LABELS = withoutKey(RedactionPolicy.of(RedactionStyle.LABEL));

    private final RedactionPolicy policy;
    private final Tokenizer tokens;
    private final Tokenizer seals;

    private StyledWriter(RedactionPolicy policy, Tokenizer tokens, Tokenizer seals) {
        this.policy = policy;
        this.tokens = tokens;
        this.seals = seals;
    }

    /** A writer for one tenant. */
    public static StyledWriter of(RedactionPolicy policy, RedactionKey key) {
        return new StyledWriter(policy, new KeyedTokenizer(key), new SealingTokenizer(key));
    }

    /** A writer without a key: where the policy asks for a token or a seal, a label stands. */
    public static StyledWriter withoutKey(RedactionPolicy policy) {
        Tokenizer label = (detection, value) -> label(detection);
        return new StyledWriter(policy, label, label);
    }

    @Override
    public String replacement(Detection detection, String value) {
        return switch (policy.style(detection)) {
            case LABEL -> label(detection);
            case MASK -> LastFour.of(value);
            case TOKEN -> tokens.token(detection, value);
            case SYNTHETIC -> SyntheticValue.like(detection, value);
            case SEALED -> seals.token(detection, value);
        };
    }

    @Override
    public String enclosure(Detection detection, String text) {
        return isReversible(detection) ? seals.token(detection, text) : label(detection);
    }

    @Override
    public boolean isReversible(Detection detection) {
        return policy.style(detection) == RedactionStyle.SEALED;
    }

    static String label(Detection detection) {
        return "[REDACTED:" + detection.rule() + "]";
    }
}
