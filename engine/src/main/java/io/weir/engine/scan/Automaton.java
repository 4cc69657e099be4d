package io.weir.engine.scan;

/**
 * An Aho-Corasick automaton (Aho and Corasick, Communications of the ACM 18(6), 1975) as one dense table: a lookup a
 * unit, whatever the number of literals. Letter case of ASCII does not count; units beyond ASCII belong to no literal.
 * Immutable and safe to share.
 */
final class Automaton {

    static final int CLASS_BITS = 6;
    static final int START = 0;

    private final byte[] classes;
    private final char[] next;
    private final int firstOutput;
    private final int[][] outputs;

    /**
     * An automaton.
     *
     * @param classes class of each ASCII unit, 0 for those of no literal
     * @param next state behind a state and a class, at {@code state * 64 + class}
     * @param firstOutput the first of the states in which a literal ends; they are numbered last
     * @param outputs numbers of the literals that end in a state, at {@code state - firstOutput}
     */
    Automaton(byte[] classes, char[] next, int firstOutput, int[][] outputs) {
        this.classes = classes;
        this.next = next;
        this.firstOutput = firstOutput;
        this.outputs = outputs;
    }

    /** The first of the states in which a literal ends. */
    int firstOutput() {
        return firstOutput;
    }

    /** Class of each ASCII unit; not to be changed. It is for the hot loop, which keeps it at hand. */
    byte[] classes() {
        return classes;
    }

    /** The table; not to be changed. It is for the hot loop, which keeps it at hand. */
    char[] next() {
        return next;
    }

    /** The state behind a state and a unit. */
    int step(int state, char unit) {
        return next[state << CLASS_BITS | (unit < 128 ? classes[unit] : 0)];
    }

    /** The bit that stands for a unit of ASCII in what was seen of a text; 0 for one of no literal. */
    long trait(char unit) {
        return classes[unit] == 0 ? 0 : 1L << classes[unit];
    }

    /** How many states a literal ends in. */
    int outputCount() {
        return outputs.length;
    }

    /** The literals that end in a state, which is at least {@link #firstOutput()}. */
    int[] endingIn(int state) {
        return outputs[state - firstOutput];
    }
}
