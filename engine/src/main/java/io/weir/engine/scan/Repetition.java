package io.weir.engine.scan;

import java.util.Arrays;

/**
 * Where a text says the same as it did some units before: a stretch of it, which is made longer as it is asked about.
 * Used by one thread.
 */
final class Repetition {

    private int distance;
    private int from;
    private int to;

    /** Forgets all, for a new text. */
    void reset() {
        distance = 0;
    }

    /**
     * Whether a part of a text is the same as the part some units before it.
     *
     * @param before how many units, at least 1
     * @param first of the part
     * @param end one past the last unit of the part
     */
    boolean holds(TextView text, int before, int first, int end) {
        if (first < before || end > text.length) {
            return false;
        }
        if (followsFromShorter(text, before, first, end)) {
            return true;
        }
        if (before != distance || first < from || first > to) {
            distance = before;
            from = first;
            to = first;
        }
        return reaches(text, end);
    }

    /** Whether it is told by what is known: what repeats at a distance does so at several times it. */
    private boolean followsFromShorter(TextView text, int before, int first, int end) {
        if (distance == 0 || before <= distance || before % distance != 0) {
            return false;
        }
        int start = first - before + distance;
        return start >= from && start <= to && reaches(text, end);
    }

    private boolean reaches(TextView text, int end) {
        if (to < end) {
            int same = Arrays.mismatch(text.units, to, end, text.units, to - distance, end - distance);
            to = same < 0 ? end : to + same;
        }
        return to >= end;
    }
}
