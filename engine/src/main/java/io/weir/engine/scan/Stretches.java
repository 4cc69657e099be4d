package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the last long run of units of some sets was. A text made for it has a start of a value at each second unit, and
 * all of them run to the same end: what was read for one is not read again for the next. Used by one thread.
 */
final class Stretches {

    /** Shorter runs are read faster than they are looked up. */
    static final int LENGTH_MIN = 24;

    private static final int KEPT_BITS = 6;
    private static final int KEPT = 1 << KEPT_BITS;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final @Nullable CharSet[] sets = new CharSet[KEPT];
    private final int[] starts = new int[KEPT];
    private final int[] ends = new int[KEPT];
    private boolean used;
    private int read;

    /** Forgets all, for a new text. */
    void reset() {
        if (used) {
            Arrays.fill(sets, null);
            used = false;
        }
    }

    /** How many units the last call read. */
    int read() {
        return read;
    }

    /**
     * The end of the run of units of a set.
     *
     * @param from its first unit
     * @param to where it ends at the latest
     * @return -1 where a surrogate belongs to it, so that units are not code points
     */
    int end(CharSet set, char[] text, int from, int to) {
        int slot = (int) ((((set.low() * MIX) ^ set.high()) * MIX) >>> (Long.SIZE - KEPT_BITS));
        boolean known = set.equals(sets[slot]) && starts[slot] <= from && from <= ends[slot];
        int first = known ? ends[slot] : from;
        int at = first;
        while (at < to && set.contains(text[at]) && !Character.isSurrogate(text[at])) {
            at++;
        }
        used = true;
        sets[slot] = set;
        starts[slot] = known ? starts[slot] : from;
        ends[slot] = at;
        read = at - first;
        return at < to && Character.isSurrogate(text[at]) && set.contains(text[at]) ? -1 : Math.min(at, to);
    }
}
