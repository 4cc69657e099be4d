package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.SessionProvenance;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: tenant, environment, agent and session.
 *
 * @param tenant the owner of the data; nothing is ever compared across tenants
 * @param environment for example {@code production}
 * @param agentId stable id of the agent
 * @param agentName label of the agent, for people
 * @param runtimeType the agent's framework, as the caller names it
 * @param sessionId one run or conversation of the agent: the unit of correlation
 * @param sessionProvenance where {@code sessionId} came from
 * @param taskId the task inside the session, if the caller names one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Principal(
        @JsonProperty("tenant") String tenant,
        @JsonProperty("environment") String environment,
        @JsonProperty("agent_id") String agentId,
        @JsonProperty("agent_name") @Nullable String agentName,
        @JsonProperty("runtime_type") @Nullable String runtimeType,
        @JsonProperty("session_id") String sessionId,
        @JsonProperty("session_provenance") SessionProvenance sessionProvenance,
        @JsonProperty("task_id") @Nullable String taskId) {

    /**
     * The key of everything that belongs to this session: topic records and reducer state. A session that only has
     * its agent to go by is keyed by the agent as well, so that agents sharing a credential do not mix.
     */
    public String sessionKey() {
        return tenant + "|" + sessionId;
    }
}
