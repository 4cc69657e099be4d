package io.weir.edge.mcp.judge;

import io.weir.edge.call.AgentIdentity;
import io.weir.schemas.api.ScanRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to send to a server, as it is decided on.
 *
 * @param tool name of the tool, or the method's name for other methods
 * @param body what is sent along
 * @param headers what else the decision may look at
 * @param agent who sends it
 * @param agentName the client's name for itself
 */
public record Outgoing(
        String tool,
        @Nullable Object body,
        Map<String, String> headers,
        AgentIdentity agent,
        @Nullable String agentName) {

    private static final String NOT_IN_A_HOST = "/?#@:\\%[]";

    /** The question to the scan API. */
    ScanRequest request() {
        return new ScanRequest(
                "POST",
                "mcp://" + host(),
                headers,
                body,
                agent.agentId(),
                agentName,
                "mcp",
                agent.userRequest(),
                null,
                agent.sessionId(),
                agent.taskId(),
                agent.parentTraceId());
    }

    /** Names keep their letters, so that look-alikes stay what they are; only what ends a host is written as a code. */
    private String host() {
        StringBuilder host = new StringBuilder();
        tool.codePoints().forEach(point -> {
            if (point <= ' ' || NOT_IN_A_HOST.indexOf(point) >= 0) {
                host.append(String.format("%%%02X", point));
            } else {
                host.appendCodePoint(point);
            }
        });
        return host.toString();
    }
}
