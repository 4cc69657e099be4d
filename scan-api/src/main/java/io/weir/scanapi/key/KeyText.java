package io.weir.scanapi.key;

import io.weir.scanapi.access.MintedKeys;
import io.weir.schemas.word.KeyKind;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * How keys are written: what sort of key it is, then 40 random letters and digits, which is 238 bits. So much cannot be
 * found by trying, and a digest without salt or repetition keeps it.
 */
final class KeyText {

    /** Characters that are kept for people to tell keys apart. */
    static final int PREFIX_LENGTH = 12;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyText() {}

    /** A key that nobody has seen. */
    static String mint(KeyKind kind) {
        return mint(MintedKeys.FORM, kind);
    }

    /** The same, in the form of our keys or of those of the scan protocol. */
    static String mint(String form, KeyKind kind) {
        StringBuilder key = new StringBuilder(form).append(word(kind)).append('_');
        RANDOM.ints(RANDOM_LENGTH, 0, ALPHABET.length()).forEach(index -> key.append(ALPHABET.charAt(index)));
        return key.toString();
    }

    /** What people may see of a key. */
    static String prefix(String key) {
        return key.substring(0, PREFIX_LENGTH);
    }

    private static String word(KeyKind kind) {
        return kind == KeyKind.EPHEMERAL ? "eph" : kind.name().toLowerCase(Locale.ROOT);
    }
}
