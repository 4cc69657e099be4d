package io.weir.engine.validate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Base 58 with a checksum: the first four bytes of a doubled SHA-256 (Bitcoin, Base58Check encoding). */
final class Base58Check {

    static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int CHARACTERS_MAX = 120;
    private static final int CHECKSUM_BYTES = 4;

    private Base58Check() {}

    /** Whether the text is Base58Check, with the version byte in it: Bitcoin, Litecoin, Dogecoin, Dash, Tron. */
    static boolean holds(CharSequence text) {
        byte[] bytes = decode(text);
        int body = bytes.length - CHECKSUM_BYTES;
        if (body < 1) {
            return false;
        }
        byte[] hash = sha256(sha256(Arrays.copyOf(bytes, body)));
        return Arrays.equals(hash, 0, CHECKSUM_BYTES, bytes, body, bytes.length);
    }

    /** The bytes, empty if the text is not base 58. */
    private static byte[] decode(CharSequence text) {
        if (text.length() > CHARACTERS_MAX) {
            return new byte[0];
        }
        byte[] number = new byte[text.length()];
        int start = number.length;
        int zeros = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return new byte[0];
            }
            zeros += digit == 0 && zeros == i ? 1 : 0;
            start = shiftIn(number, start, digit);
        }
        return Arrays.copyOfRange(number, start - zeros, number.length);
    }

    /** Multiplies by 58 and adds a digit; the number stands at the end of the array. Returns where it starts now. */
    private static int shiftIn(byte[] number, int start, int digit) {
        int carry = digit;
        int at = number.length;
        while (carry != 0 || at > start) {
            at--;
            carry += 58 * (number[at] & 0xff);
            number[at] = (byte) carry;
            carry >>>= 8;
        }
        return at;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
