package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.AgentStep;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said something of an agent, or of one of its sessions. Of what concerns the same matter the last one counts.
 *
 * @param eventId UUID
 * @param tenant owner of the data
 * @param agentId the agent; the empty text where only a session is meant
 * @param sessionId the session, for steps about one; null otherwise
 * @param step what is said
 * @param timeMillis when, epoch milliseconds
 * @param author who said it
 * @param untilMillis until when it holds, for {@link AgentStep#SCRUTINIZED}; null otherwise
 * @param note why; null where nothing was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record AgentRuled(
        @JsonProperty("event_id") String eventId,
        @JsonProperty("tenant") String tenant,
        @JsonProperty("agent_id") String agentId,
        @JsonProperty("session_id") @Nullable String sessionId,
        @JsonProperty("step") AgentStep step,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("author") String author,
        @JsonProperty("until") @Nullable Long untilMillis,
        @JsonProperty("note") @Nullable String note) {

    /** The record key: one for each matter that a later word overrides. */
    public String recordKey() {
        return switch (step) {
            case SUSPENDED, REACTIVATED -> tenant + "|agent|" + agentId + "|suspension";
            case RESET -> tenant + "|agent|" + agentId + "|reset";
            case SCRUTINIZED -> tenant + "|agent|" + agentId + "|scrutiny";
            case SESSION_HELD, SESSION_RELEASED -> tenant + "|session|" + sessionId;
        };
    }
}
