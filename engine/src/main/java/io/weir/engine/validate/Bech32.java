package io.weir.engine.validate;

/** Addresses with a BCH checksum: BIP 173 (bech32) and BIP 350 (bech32m). */
final class Bech32 {

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH_32 = 1;
    private static final int BECH_32_M = 0x2bc830a3;
    private static final int CHARACTERS_MAX = 90;

    private Bech32() {}

    static boolean holds(CharSequence text) {
        String lower = Ascii.lower(text);
        boolean mixed = text.chars().anyMatch(c -> c >= 'a' && c <= 'z') && !lower.contentEquals(text);
        int separator = lower.lastIndexOf('1');
        if (mixed || separator < 1 || lower.length() - separator < 8 || lower.length() > CHARACTERS_MAX) {
            return false;
        }
        int sum = 1;
        for (int i = 0; i < separator; i++) {
            sum = step(sum) ^ (lower.charAt(i) >> 5);
        }
        sum = step(sum);
        for (int i = 0; i < separator; i++) {
            sum = step(sum) ^ (lower.charAt(i) & 31);
        }
        return endsWell(lower, separator + 1, sum);
    }

    private static boolean endsWell(String lower, int start, int begun) {
        int sum = begun;
        for (int i = start; i < lower.length(); i++) {
            int value = ALPHABET.indexOf(lower.charAt(i));
            if (value < 0) {
                return false;
            }
            sum = step(sum) ^ value;
        }
        return sum == BECH_32 || sum == BECH_32_M;
    }

    private static int step(int sum) {
        int next = (sum & 0x1ffffff) << 5;
        for (int i = 0; i < GENERATOR.length; i++) {
            if ((sum >>> (25 + i) & 1) == 1) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }
}
