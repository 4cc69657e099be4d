package io.weir.engine.fingerprint;

/**
 * Keyed hashes of all shingles (runs of k consecutive characters) of a text, by a rolling polynomial modulo the
 * Mersenne prime 2^61 - 1 (Karp and Rabin, 1987; a modulus of 2^64 would collide on Thue-Morse strings whatever the
 * base), then scrambled under the key.
 *
 * <p>A shingle and its mirror image have one hash, the product of the polynomials of both, so that a text that was
 * written backwards gives the same prints without being looked at twice.
 */
final class Shingler {

    private static final long PRIME = (1L << 61) - 1;

    private final FingerprintKey key;
    private final int shingleLength;
    private final long base;
    private final long baseInverse;
    private final long leadingPower;

    Shingler(FingerprintKey key, int shingleLength) {
        this.key = key;
        this.shingleLength = shingleLength;
        this.base = reduce(key.base() & Long.MAX_VALUE);
        long power = 1;
        for (int i = 1; i < shingleLength; i++) {
            power = multiply(power, base);
        }
        this.leadingPower = power;
        this.baseInverse = power(base, PRIME - 2);
    }

    /** One hash per shingle; empty where the text is shorter than one shingle. */
    long[] hashes(NormalizedText text) {
        int count = Math.max(0, text.length() - shingleLength + 1);
        long[] hashes = new long[count];
        long forward = 0;
        long backward = 0;
        long place = 1;
        for (int i = 0; i < text.length(); i++) {
            long symbol = text.at(i) + 1L;
            if (i >= shingleLength) {
                long leaving = text.at(i - shingleLength) + 1L;
                forward = reduce(forward + PRIME - multiply(leaving, leadingPower));
                backward = multiply(reduce(backward + PRIME - leaving), baseInverse);
            }
            forward = reduce(multiply(forward, base) + symbol);
            backward = reduce(backward + multiply(symbol, place));
            if (i < shingleLength - 1) {
                place = multiply(place, base);
            } else {
                hashes[i - shingleLength + 1] = key.mix(multiply(forward, backward));
            }
        }
        return hashes;
    }

    /** The hash of a whole text, however short. */
    long hash(CharSequence text) {
        long rolling = 0;
        for (int i = 0; i < text.length(); i++) {
            rolling = reduce(multiply(rolling, base) + text.charAt(i) + 1L);
        }
        return key.mix(rolling ^ ((long) text.length() << 40));
    }

    private static long power(long number, long exponent) {
        long result = 1;
        long square = number;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            result = (rest & 1) == 1 ? multiply(result, square) : result;
            square = multiply(square, square);
        }
        return result;
    }

    /** Product modulo 2^61 - 1 of two factors below it. */
    private static long multiply(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return reduce((low & PRIME) + ((low >>> 61) | (high << 3)));
    }

    private static long reduce(long value) {
        long folded = (value & PRIME) + (value >>> 61);
        return folded >= PRIME ? folded - PRIME : folded;
    }
}
