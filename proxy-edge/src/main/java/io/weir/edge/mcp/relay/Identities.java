package io.weir.edge.mcp.relay;

import io.weir.client.CallerHeaders;
import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.message.Members;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who makes a call, as far as the metadata of the message says more than the connection. */
final class Identities {

    /** Our own key for a session. */
    static final String SESSION_META = "io.weir/session";
    /** The key of OpenTelemetry's conventions for a conversation. */
    static final String CONVERSATION_META = "gen_ai.conversation.id";

    private static final int LENGTH_MAX = 256;

    private Identities() {}

    /**
     * The identity for a message. A conversation that the message names goes before the session of the connection.
     *
     * @param connection what is known of the connection
     * @param assigned whether the connection's session is one that we made up
     */
    static AgentIdentity of(AgentIdentity connection, boolean assigned, Map<String, @Nullable Object> meta) {
        String conversation = printable(meta.get(CONVERSATION_META));
        String session = printable(meta.get(SESSION_META));
        String traceparent = printable(meta.get("traceparent"));
        if (conversation == null && session == null && traceparent == null) {
            return connection;
        }
        CallerHeaders headers = connection.callerHeaders();
        String baggage = conversation == null
                ? headers.baggage()
                : CONVERSATION_META + "=" + URLEncoder.encode(conversation, StandardCharsets.UTF_8);
        boolean named = conversation != null || session != null;
        String explicit = named && assigned ? null : connection.sessionId();
        return new AgentIdentity(
                connection.agentId(),
                explicit == null && conversation == null ? session : explicit,
                connection.taskId(),
                connection.parentTraceId(),
                connection.userRequest(),
                new CallerHeaders(
                        traceparent == null ? headers.traceparent() : traceparent, baggage, headers.mcpSessionId()));
    }

    /** The same, led to by another call. */
    static AgentIdentity ledTo(AgentIdentity agent, @Nullable String parentTraceId) {
        return parentTraceId == null
                ? agent
                : new AgentIdentity(
                        agent.agentId(),
                        agent.sessionId(),
                        agent.taskId(),
                        parentTraceId,
                        agent.userRequest(),
                        agent.callerHeaders());
    }

    private static @Nullable String printable(@Nullable Object value) {
        String text = Members.text(value);
        boolean usable = text != null
                && !text.isBlank()
                && text.length() <= LENGTH_MAX
                && text.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F);
        return usable ? text : null;
    }
}
