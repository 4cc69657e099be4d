package io.weir.engine.validate;

import java.util.stream.IntStream;

/** Check digits that are sums of weighted digits. Every number has exactly as many digits as there are weights. */
final class CheckDigits {

    /** Not the same character over and over: 000000000 passes most sums. */
    static final Check VARIED = compact -> compact.chars().distinct().limit(2).count() == 2;

    /** Luhn: ISO/IEC 7812-1, annex B. */
    static final Check LUHN = compact -> Compact.isDigits(compact) && Luhn.holds(compact);

    /** EAN-13: GS1 General Specifications, section 7.9. */
    static final Check EAN_13 = weighted(10, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1);

    private CheckDigits() {}

    /** The weighted sum of all digits, the check digit's weight included, is a multiple of the modulus. */
    static Check weighted(int modulus, int... weights) {
        return compact -> Compact.isDigits(compact, weights.length)
                && Math.floorMod(sum(compact, weights, weights.length), modulus) == 0;
    }

    /** The weighted sum of the digits but the last, modulo the modulus, is the last digit; 10 stands for 0. */
    static Check remainder(int modulus, int... weights) {
        return compact -> Compact.isDigits(compact, weights.length + 1)
                && sum(compact, weights, weights.length) % modulus % 10 == last(compact);
    }

    /**
     * What the weighted sum of the digits but the last lacks to a multiple of the modulus is the last digit; only the
     * ones of it count.
     */
    static Check complement(int modulus, int... weights) {
        return complementFrom(modulus, modulus, weights);
    }

    /** The same, but counted from another number than the modulus. */
    static Check complementFrom(int from, int modulus, int... weights) {
        return compact -> Compact.isDigits(compact, weights.length + 1)
                && (from - sum(compact, weights, weights.length) % modulus) % 10 == last(compact);
    }

    /** Eleven minus the remainder of the weighted sum is the last digit; 10 and 11 stand for 0. */
    static Check elevenOrNothing(int... weights) {
        return compact -> {
            if (!Compact.isDigits(compact, weights.length + 1)) {
                return false;
            }
            int missing = 11 - sum(compact, weights, weights.length) % 11;
            return (missing > 9 ? 0 : missing) == last(compact);
        };
    }

    /** The number before the last digits, complemented to a modulus, is those digits (Belgium and France: 97). */
    static Check complementOfNumber(int modulus, int checkDigits) {
        return compact -> {
            int body = compact.length() - checkDigits;
            if (!Compact.isDigits(compact) || body < 1 || compact.length() > 18) {
                return false;
            }
            long number = Long.parseLong(compact.substring(0, body));
            return modulus - number % modulus == Integer.parseInt(compact.substring(body));
        };
    }

    /** A range of weights: from the first to the last, in steps of one. */
    static int[] weights(int first, int last) {
        int step = first <= last ? 1 : -1;
        return IntStream.rangeClosed(0, Math.abs(last - first))
                .map(i -> first + i * step)
                .toArray();
    }

    static int sum(String digits, int[] weights, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum;
    }

    private static int last(String digits) {
        return digits.charAt(digits.length() - 1) - '0';
    }
}
