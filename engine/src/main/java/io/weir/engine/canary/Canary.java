package io.weir.engine.canary;

/**
 * A canary in a text.
 *
 * @param start first UTF-16 unit
 * @param end one past the last unit
 */
record Canary(CanaryKind kind, int start, int end) {}
