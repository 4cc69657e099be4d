package io.weir.engine.scan;

/** Tries an expression at one place of a text. Implementations are made once a rule and safe to share. */
interface ValueMatcher {

    /**
     * Whether the expression fits from {@code at} on.
     *
     * @param found filled with the value if it fits
     */
    boolean fits(ScanMemory memory, int at, Match found);

    /** Whether the expression fits from {@code start} to {@code end}, as if the text had nothing else. */
    boolean fitsWhole(ScanMemory memory, int start, int end);

    /** How it was compiled, in a word, for people. */
    String word();
}
