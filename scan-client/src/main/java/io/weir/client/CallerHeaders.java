package io.weir.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Headers of the agent's own request that tell its session and trace. They go to the scan API as they came, because it
 * is the scan API that ranks them.
 *
 * @param traceparent W3C trace context
 * @param baggage W3C baggage; may hold {@code gen_ai.conversation.id}
 * @param mcpSessionId value of {@code Mcp-Session-Id}
 * @param tenant owner of the data; a scan API with keys goes by the key and passes over it
 */
public record CallerHeaders(
        @Nullable String traceparent,
        @Nullable String baggage,
        @Nullable String mcpSessionId,
        @Nullable String tenant) {

    /** The agent sent none of them. */
    public static final CallerHeaders NONE = new CallerHeaders(null, null, null);

    /** Headers that name no tenant. */
    public CallerHeaders(@Nullable String traceparent, @Nullable String baggage, @Nullable String mcpSessionId) {
        this(traceparent, baggage, mcpSessionId, null);
    }

    /** Only the name of a tenant. */
    public static CallerHeaders ofTenant(String tenant) {
        return new CallerHeaders(null, null, null, tenant);
    }

    /** Those that are there, by header name. */
    Map<String, String> byName() {
        Map<String, String> headers = new LinkedHashMap<>();
        putIfPresent(headers, "traceparent", traceparent);
        putIfPresent(headers, "baggage", baggage);
        putIfPresent(headers, "Mcp-Session-Id", mcpSessionId);
        putIfPresent(headers, "X-Weir-Tenant", tenant);
        return headers;
    }

    private static void putIfPresent(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
