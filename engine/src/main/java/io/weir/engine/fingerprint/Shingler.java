package io.weir.engine.fingerprint;

/**
 * Keyed hashes of all shingles (runs of k consecutive characters) of a text, by a rolling polynomial modulo the Mersenne
 * prime 2^61 - 1 (Karp and Rabin, 1987; a modulus of 2^64 would collide on Thue-Morse strings whatever the base), then
 * scrambled under the key.
 */
final class Shingler {

    private static final long PRIME = (1L << 61) - 1;

    private final FingerprintKey key;
    private final int shingleLength;
    private final long base;
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
    }

    /** One hash per shingle; empty where the text is shorter than one shingle. */
    long[] hashes(NormalizedText text) {
        int count = Math.max(0, text.length() - shingleLength + 1);
        long[] hashes = new long[count];
        long rolling = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i >= shingleLength) {
                rolling = reduce(rolling + PRIME - multiply(text.at(i - shingleLength) + 1L, leadingPower));
            }
            rolling = reduce(multiply(rolling, base) + text.at(i) + 1L);
            if (i >= shingleLength - 1) {
                hashes[i - shingleLength + 1] = key.mix(rolling);
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
