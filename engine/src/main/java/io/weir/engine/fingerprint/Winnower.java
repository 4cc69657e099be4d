package io.weir.engine.fingerprint;

import java.util.Arrays;

/**
 * Chooses the smallest hash of each window of w consecutive shingle hashes. Where several are smallest it keeps the
 * one that was chosen already, or else takes the rightmost: robust winnowing (Schleimer, Wilkerson, Aiken: Winnowing,
 * SIGMOD 2003, section 4.3), so that text that repeats one character is not chosen whole. Two texts that share a run
 * of at least w + k - 1 characters share a chosen hash; the expected density is 2 / (w + 1). A text with fewer hashes
 * than a window gives one.
 */
final class Winnower {

    private final int windowLength;

    Winnower(int windowLength) {
        this.windowLength = windowLength;
    }

    /** Positions of the chosen hashes, ascending. */
    int[] choose(long[] hashes) {
        if (hashes.length == 0) {
            return new int[0];
        }
        int window = Math.min(windowLength, hashes.length);
        int[] chosen = new int[hashes.length - window + 1];
        int count = 0;
        int smallest = -1;
        for (int end = window - 1; end < hashes.length; end++) {
            int start = end - window + 1;
            if (smallest < start) {
                smallest = rightmostSmallest(hashes, start, end);
            } else if (hashes[end] < hashes[smallest]) {
                smallest = end;
            }
            if (count == 0 || chosen[count - 1] != smallest) {
                chosen[count++] = smallest;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    private static int rightmostSmallest(long[] hashes, int start, int end) {
        int smallest = start;
        for (int i = start + 1; i <= end; i++) {
            if (hashes[i] <= hashes[smallest]) {
                smallest = i;
            }
        }
        return smallest;
    }
}
