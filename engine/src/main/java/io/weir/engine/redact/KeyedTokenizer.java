package io.weir.engine.redact;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.ValueForm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of which nobody can go back: {@code [PII:us-ssn:<16 letters>]}, 64 bits of HMAC-SHA-256 over the rule and the
 * value in its normal form. So one value in two spellings is one token, and joins over redacted texts still work.
 */
final class KeyedTokenizer implements Tokenizer {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEPT_BYTES = 8;

    private final SecretKeySpec key;

    KeyedTokenizer(RedactionKey key) {
        this.key = new SecretKeySpec(key.material("token", 32), ALGORITHM);
    }

    @Override
    public String token(Detection detection, String value) {
        String normal = detection.rule() + "|" + ValueForm.normalize(detection.valueKind(), value);
        byte[] hash = Arrays.copyOf(hash(normal.getBytes(StandardCharsets.UTF_8)), KEPT_BYTES);
        return "[" + detection.dataClass().name() + ":" + detection.rule() + ":" + LetterCode.encode(hash) + "]";
    }

    private byte[] hash(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks " + ALGORITHM, e);
        }
    }
}
