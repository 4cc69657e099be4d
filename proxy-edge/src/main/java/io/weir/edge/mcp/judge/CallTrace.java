package io.weir.edge.mcp.judge;

import io.weir.edge.call.AgentIdentity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a response is reported under.
 *
 * @param traceId of the decision on the call; made up where there was none
 * @param sessionId the session that the call was counted to, as far as it is known
 * @param agent who made the call
 */
public record CallTrace(String traceId, @Nullable String sessionId, AgentIdentity agent) {

    /** A trace without a decision before it. */
    public static CallTrace unscanned(AgentIdentity agent) {
        return new CallTrace(UUID.randomUUID().toString(), agent.sessionId(), agent);
    }
}
