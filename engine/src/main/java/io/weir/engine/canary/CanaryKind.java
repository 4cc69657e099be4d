package io.weir.engine.canary;

import io.weir.schemas.word.ValueKind;

/**
 * What a canary looks like. Its secret part is a row of units of one alphabet: first a nonce, then a code over the
 * nonce under the tenant's key. A row of the same form that nobody minted passes with a chance of one in alphabet to
 * the power of code units: 2^-50 for most kinds, 10^-8 for cards, which have no room for more.
 */
public enum CanaryKind {
    /** An access key id of AWS: {@code AKIA} and 16 units. */
    AWS_KEY(ValueKind.SECRET, "AKIA", Alphabet.BASE32, 6, 10),
    /** An API key of the kind that payment providers give out. */
    API_KEY(ValueKind.SECRET, "sk_live_", Alphabet.BASE62, 12, 20),
    /** A generated password of 20 units. */
    PASSWORD(ValueKind.SECRET, "", Alphabet.BASE62, 8, 12),
    /** A mail address. */
    EMAIL(ValueKind.EMAIL, "accounts.", Alphabet.BASE32_LOWER, 4, 10),
    /** A payment card number that passes the Luhn check. */
    CARD(ValueKind.CARD, "4", Alphabet.DECIMAL, 6, 8),
    /** A reference number that a text can mention. */
    TEXT(ValueKind.SECRET, "REF-", Alphabet.BASE32, 6, 10);

    private final ValueKind valueKind;
    private final String prefix;
    private final String alphabet;
    private final int nonceUnits;
    private final int codeUnits;

    CanaryKind(ValueKind valueKind, String prefix, String alphabet, int nonceUnits, int codeUnits) {
        this.valueKind = valueKind;
        this.prefix = prefix;
        this.alphabet = alphabet;
        this.nonceUnits = nonceUnits;
        this.codeUnits = codeUnits;
    }

    /** How its value is indexed. */
    public ValueKind valueKind() {
        return valueKind;
    }

    /** What stands before the secret part. */
    String prefix() {
        return prefix;
    }

    String alphabet() {
        return alphabet;
    }

    int nonceUnits() {
        return nonceUnits;
    }

    int codeUnits() {
        return codeUnits;
    }

    /** Units of the secret part. */
    int units() {
        return nonceUnits + codeUnits;
    }

    /** Units of rows. */
    private static final class Alphabet {

        static final String DECIMAL = "0123456789";
        static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        static final String BASE32_LOWER = "abcdefghijklmnopqrstuvwxyz234567";
        static final String BASE62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

        private Alphabet() {}
    }
}
