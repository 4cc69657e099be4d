package io.weir.engine.payload;

/**
 * A range of a leaf that an editor wants replaced.
 *
 * @param start first UTF-16 unit
 * @param end one past the last unit
 * @param cause the editor's own number of its reason
 */
public record Span(int start, int end, int cause) {}
