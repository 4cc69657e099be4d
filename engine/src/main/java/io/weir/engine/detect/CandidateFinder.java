package io.weir.engine.detect;

/**
 * Finds whatever fits the shape of some rules. How it searches is its own business: by one expression after the other or
 * by one automaton for all.
 */
interface CandidateFinder {

    /**
     * Offers each candidate of a text to the sink, rule by rule and from left to right. After a finding the search for
     * the rule goes on behind it, after a refusal one unit on.
     *
     * @param text of a leaf
     * @param key of the leaf
     */
    void find(CharSequence text, String key, CandidateSink sink);
}
