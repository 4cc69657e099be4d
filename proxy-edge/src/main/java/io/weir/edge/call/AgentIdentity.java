package io.weir.edge.call;

import io.weir.client.CallerHeaders;
import io.weir.schemas.error.ErrorCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a call and on whose request, as the agent's own headers say. The scan API decides how far to believe it.
 *
 * @param agentId header {@code X-Weir-Agent}
 * @param sessionId header {@code X-Weir-Session}
 * @param taskId header {@code X-Weir-Task}
 * @param parentTraceId header {@code X-Weir-Parent-Trace}: the call that led to this one
 * @param userRequest header {@code X-Weir-Context}: the user's words, percent-encoded UTF-8 in the header
 * @param callerHeaders what other protocols say about session and trace
 */
public record AgentIdentity(
        @Nullable String agentId,
        @Nullable String sessionId,
        @Nullable String taskId,
        @Nullable String parentTraceId,
        @Nullable String userRequest,
        CallerHeaders callerHeaders) {

    /**
     * The identity in the headers of a request.
     *
     * @param caller what stands where the headers say nothing
     * @throws CallRefused {@code REQUEST_INVALID} if {@code X-Weir-Context} is not percent-encoded
     */
    public static AgentIdentity of(HttpFields headers, ProxyCredentials caller) throws CallRefused {
        List<HttpField> uncommon = uncommon(headers);
        return new AgentIdentity(
                firstOf(value(uncommon, "X-Weir-Agent"), caller.agentId()),
                firstOf(value(uncommon, "X-Weir-Session"), caller.sessionId()),
                value(uncommon, "X-Weir-Task"),
                value(uncommon, "X-Weir-Parent-Trace"),
                percentDecoded(value(uncommon, "X-Weir-Context")),
                new CallerHeaders(
                        printable(value(uncommon, "traceparent")),
                        printable(value(uncommon, "baggage")),
                        printable(value(uncommon, "Mcp-Session-Id"))));
    }

    /**
     * Those that Jetty does not know, as it knows none of ours: eight looks through all would cost more than the rest.
     */
    private static List<HttpField> uncommon(HttpFields headers) {
        List<HttpField> uncommon = new ArrayList<>();
        for (HttpField field : headers) {
            if (field.getHeader() == null) {
                uncommon.add(field);
            }
        }
        return uncommon;
    }

    private static @Nullable String value(List<HttpField> fields, String name) {
        for (HttpField field : fields) {
            if (field.getName().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        return null;
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    private static @Nullable String percentDecoded(@Nullable String value) throws CallRefused {
        if (value == null) {
            return null;
        }
        try {
            // A plus is itself here; only in forms does it stand for a blank.
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new CallRefused(ErrorCode.REQUEST_INVALID, "The header X-Weir-Context is not percent-encoded UTF-8.");
        }
    }

    private static @Nullable String printable(@Nullable String value) {
        return value != null && value.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F) ? value : null;
    }
}
