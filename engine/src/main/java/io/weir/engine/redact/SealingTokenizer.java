package io.weir.engine.redact;

import io.weir.engine.detect.Detection;

/**
 * Tokens that hold the value, encrypted: {@code [SEALED:us-ssn:<letters>]}. {@link Detokenizer} opens them again. Made
 * for recipients who were approved after the fact; a token tells the length of the value.
 */
final class SealingTokenizer implements Tokenizer {

    static final String BEGINNING = "[SEALED:";
    static final char SEPARATOR = ':';
    static final char END = ']';

    private final Seal seal;

    SealingTokenizer(RedactionKey key) {
        this.seal = new Seal(key);
    }

    @Override
    public String token(Detection detection, String value) {
        return BEGINNING + detection.rule() + SEPARATOR + LetterCode.encode(seal.close(detection.rule(), value)) + END;
    }
}
