package io.weir.engine.fingerprint;

/**
 * One chosen shingle: its keyed hash and the stretch of its leaf that it covers.
 *
 * @param hash keyed hash
 * @param leaf index of the leaf
 * @param start first UTF-16 unit
 * @param end one past the last unit
 */
public record Print(long hash, int leaf, int start, int end) {}
