package io.weir.engine.scan;

import java.util.Arrays;

/**
 * Searches that came to nothing: where a long text says the same again, as far around as they look, they are not made
 * again. A log, a table, or a text made to be slow repeats itself. Used by one thread.
 */
final class Echoes {

    /** What a search at a word is called; those at literals are called by what ends there. */
    static final int AT_WORD = -1;

    // Shorter texts hardly say anything twice as far as searches look.
    private static final int TEXT_MIN = 2_048;
    // What looks farther would have to compare more than it saves.
    private static final int REACH_MAX = 4_096;
    private static final int KEPT_BITS = 8;
    private static final int MIX = 0x9E3779B9;

    // Units around a place that tell it from most others.
    private static final int[] TOLD = {-7, -4, -2, -1, 0, 2, 5};
    private static final int TOLD_REACH = 8;

    private final TextView text;
    private final Repetition repetition = new Repetition();
    private final int[] places = new int[1 << KEPT_BITS];
    private final int[] kinds = new int[1 << KEPT_BITS];
    private boolean used;

    Echoes(TextView text) {
        this.text = text;
    }

    /** Forgets all, for a new text. */
    void reset() {
        if (used) {
            Arrays.fill(places, 0);
            repetition.reset();
            used = false;
        }
    }

    /** Whether the text is one to ask about. */
    boolean mayBeHeard() {
        return text.length >= TEXT_MIN;
    }

    /** Whether a search that looks so far is one to ask about. */
    static boolean mayTell(Surroundings around) {
        return around.behind() <= REACH_MAX;
    }

    /** Whether the same search came to nothing where all that it looks at was the same. */
    boolean isEcho(int kind, int at, Surroundings around) {
        int slot = slot(kind, at);
        int before = at - places[slot];
        if (places[slot] == 0
                || kinds[slot] != kind
                || before <= 0
                || !repetition.holds(text, before, at - around.before(), at + around.behind())) {
            return false;
        }
        places[slot] = at;
        return true;
    }

    /** Notes that a search came to nothing. */
    void add(int kind, int at) {
        int slot = slot(kind, at);
        places[slot] = at;
        kinds[slot] = kind;
        used = true;
    }

    private int slot(int kind, int at) {
        int hash = kind;
        if (at >= TOLD_REACH && at + TOLD_REACH <= text.length) {
            for (int place : TOLD) {
                hash = hash * 31 + text.units[at + place];
            }
        }
        return (hash * MIX) >>> (Integer.SIZE - KEPT_BITS);
    }
}
