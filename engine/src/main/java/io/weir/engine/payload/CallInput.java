package io.weir.engine.payload;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool call as it came in.
 *
 * @param method HTTP verb
 * @param url absolute URL or pseudo URL
 * @param headers outbound headers
 * @param body JSON value: map, list, string, number, boolean or null
 * @param bodyBytes size of the body
 * @param context the user's request, or null
 */
public record CallInput(
        String method,
        String url,
        Map<String, String> headers,
        @Nullable Object body,
        long bodyBytes,
        @Nullable String context) {}
