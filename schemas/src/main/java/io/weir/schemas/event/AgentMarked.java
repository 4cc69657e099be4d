package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A node saw an agent do what counts for its trust.
 *
 * @param eventId UUID
 * @param tenant owner of the data
 * @param agentId the agent
 * @param timeMillis event time, epoch milliseconds
 * @param marks since the node last told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AgentMarked(
        @JsonProperty("event_id") String eventId,
        @JsonProperty("tenant") String tenant,
        @JsonProperty("agent_id") String agentId,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("marks") AgentMarks marks) {

    /** The record key: each is kept. */
    public String recordKey() {
        return tenant + "|" + agentId + "|" + eventId;
    }
}
