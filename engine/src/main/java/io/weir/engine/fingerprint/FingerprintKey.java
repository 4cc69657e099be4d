package io.weir.engine.fingerprint;

import io.weir.engine.key.HmacKey;
import java.nio.ByteBuffer;

/**
 * The secret that fingerprints of one tenant are made with, in one epoch. Without it a fingerprint cannot be tested
 * against guesses. It does not print.
 *
 * <p>Immutable and safe to share.
 */
public final class FingerprintKey {

    private final int epoch;
    private final long base;
    private final long mixFirst;
    private final long mixSecond;

    private FingerprintKey(int epoch, ByteBuffer material) {
        this.epoch = epoch;
        this.base = material.getLong() | 1;
        this.mixFirst = material.getLong();
        this.mixSecond = material.getLong();
    }

    /**
     * The key of a tenant in an epoch: HMAC-SHA-256 of both under the master key.
     *
     * @param master at least 16 bytes
     */
    public static FingerprintKey derive(byte[] master, String tenant, int epoch) {
        HmacKey key = HmacKey.master("the fingerprint key", master);
        return new FingerprintKey(epoch, ByteBuffer.wrap(key.sign("weir fingerprint|" + epoch + "|" + tenant)));
    }

    /** Number of the epoch. */
    public int epoch() {
        return epoch;
    }

    /** Odd multiplier of the rolling hash. */
    long base() {
        return base;
    }

    /**
     * Scrambles a rolling hash under the key. The steps are those of MurmurHash3's 64-bit finaliser, with key material
     * added before each multiplication.
     */
    long mix(long rolling) {
        long h = rolling + mixFirst;
        h ^= h >>> 33;
        h *= 0xff51afd7ed558ccdL;
        h += mixSecond;
        h ^= h >>> 33;
        h *= 0xc4ceb9fe1a85ec53L;
        h ^= h >>> 33;
        return h;
    }

    @Override
    public String toString() {
        return "FingerprintKey[epoch=" + epoch + "]";
    }
}
