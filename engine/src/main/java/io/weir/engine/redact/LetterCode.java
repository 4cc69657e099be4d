package io.weir.engine.redact;

import org.jspecify.annotations.Nullable;

/**
 * Bytes as lower-case letters from {@code g} to {@code v}, two for each. No digit, so no number is found in it; no
 * hexadecimal digit; and every group of four letters begins a byte of base64 that is no text.
 */
final class LetterCode {

    private static final char ZERO = 'g';

    private LetterCode() {}

    static String encode(byte[] bytes) {
        StringBuilder letters = new StringBuilder(2 * bytes.length);
        for (byte b : bytes) {
            letters.append((char) (ZERO + ((b >> 4) & 0xF))).append((char) (ZERO + (b & 0xF)));
        }
        return letters.toString();
    }

    /** The bytes of a text, or null where it is not written in this code. */
    static byte @Nullable [] decode(String letters) {
        byte[] bytes = new byte[letters.length() / 2];
        for (int i = 0; i < letters.length(); i++) {
            int value = letters.charAt(i) - ZERO;
            if (value < 0 || value > 0xF || letters.length() % 2 != 0) {
                return null;
            }
            bytes[i / 2] = (byte) (bytes[i / 2] << 4 | value);
        }
        return bytes;
    }
}
