package io.weir.engine.payload;

import org.jspecify.annotations.Nullable;

/**
 * The response to a tool call as it came in.
 *
 * @param body JSON value: map, list, string, number, boolean or null
 * @param bodyBytes size of the body
 * @param status HTTP status
 */
public record ResponseInput(@Nullable Object body, long bodyBytes, int status) {}
