package io.weir.engine.validate;

/**
 * The hash of Ethereum: Keccak with a capacity of 512 bits and the padding of before FIPS 202 (The Keccak reference,
 * version 3.0). For texts of less than 136 bytes.
 */
final class Keccak256 {

    private static final int RATE_BYTES = 136;
    private static final int ROUNDS = 24;
    private static final int[] ROTATIONS = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };
    private static final int[] LANES = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };

    private Keccak256() {}

    /** The first 64 hexadecimal digits' worth of the state: four lanes of eight bytes, little end first. */
    static long[] hash(byte[] bytes) {
        if (bytes.length >= RATE_BYTES) {
            throw new IllegalArgumentException("more than one block");
        }
        long[] state = new long[25];
        for (int i = 0; i < bytes.length; i++) {
            state[i / 8] ^= (bytes[i] & 0xffL) << (i % 8 * 8);
        }
        state[bytes.length / 8] ^= 1L << (bytes.length % 8 * 8);
        state[RATE_BYTES / 8 - 1] ^= Long.MIN_VALUE;
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            theta(state);
            rhoAndPi(state);
            chi(state);
            for (int j = 0; j < 7; j++) {
                if ((register & 1) == 1) {
                    state[0] ^= 1L << ((1 << j) - 1);
                }
                register = register << 1 ^ ((register >> 7) * 0x171);
            }
        }
        return state;
    }

    private static void theta(long[] state) {
        long[] parity = new long[5];
        for (int i = 0; i < 25; i++) {
            parity[i % 5] ^= state[i];
        }
        for (int i = 0; i < 25; i++) {
            state[i] ^= parity[(i + 4) % 5] ^ Long.rotateLeft(parity[(i + 1) % 5], 1);
        }
    }

    private static void rhoAndPi(long[] state) {
        long moved = state[1];
        for (int i = 0; i < ROUNDS; i++) {
            long next = state[LANES[i]];
            state[LANES[i]] = Long.rotateLeft(moved, ROTATIONS[i]);
            moved = next;
        }
    }

    private static void chi(long[] state) {
        for (int row = 0; row < 25; row += 5) {
            long first = state[row];
            long second = state[row + 1];
            for (int i = 0; i < 3; i++) {
                state[row + i] ^= ~state[row + i + 1] & state[row + i + 2];
            }
            state[row + 3] ^= ~state[row + 4] & first;
            state[row + 4] ^= ~first & second;
        }
    }
}
