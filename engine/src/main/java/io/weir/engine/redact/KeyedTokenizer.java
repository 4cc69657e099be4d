package io.weir.engine.redact;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.ValueForm;
import io.weir.engine.key.HmacKey;
import java.util.Arrays;

/**
 * Tokens of which nobody can go back: {@code [PII:us-ssn:<16 letters>]}, 64 bits of HMAC-SHA-256 over the rule and the
 * value in its normal form. So one value in two spellings is one token, and joins over redacted texts still work.
 */
final class KeyedTokenizer implements Tokenizer {

    private static final int KEPT_BYTES = 8;

    private final HmacKey key;

    KeyedTokenizer(RedactionKey key) {
        this.key = HmacKey.of(key.material("token", 32));
    }

    @Override
    public String token(Detection detection, String value) {
        String normal = detection.rule() + "|" + ValueForm.normalize(detection.valueKind(), value);
        byte[] hash = Arrays.copyOf(key.sign(normal), KEPT_BYTES);
        return "[" + detection.dataClass().name() + ":" + detection.rule() + ":" + LetterCode.encode(hash) + "]";
    }
}
