package io.weir.scanapi.session;

import org.jspecify.annotations.Nullable;

/**
 * What a request says about its session, before the best of it is chosen.
 *
 * @param sessionId the {@code session_id} member, or null
 * @param agentId the agent, or null
 * @param agentName label of the agent, or null
 */
public record SessionClaim(
        @Nullable String sessionId,
        @Nullable String agentId,
        @Nullable String agentName) {

    private static final String AGENT_UNKNOWN = "default";

    /** The agent: its id, else its label, else {@code default}. */
    public String agent() {
        if (agentId != null) {
            return agentId;
        }
        return agentName != null ? agentName : AGENT_UNKNOWN;
    }
}
