package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.AgentStep;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said something of an agent, of one of its sessions, or of a finding of posture. Of what concerns the same
 * matter the last one counts.
 *
 * @param eventId UUID
 * @param tenant owner of the data
 * @param agentId the agent; the empty text where only a session or a finding is meant
 * @param sessionId the session, for steps about one; null otherwise
 * @param step what is said
 * @param timeMillis when, epoch milliseconds
 * @param author who said it
 * @param untilMillis until when it holds, for {@link AgentStep#SCRUTINIZED} and {@link AgentStep#FINDING_RESOLVED};
 *     null otherwise
 * @param note why; null where nothing was written
 * @param finding the finding, as {@code RULE} or {@code RULE:subject}, for steps about one; null otherwise
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
        @JsonProperty("note") @Nullable String note,
        @JsonProperty("finding") @Nullable String finding) {

    /** About an agent or a session. */
    public AgentRuled(
            String eventId,
            String tenant,
            String agentId,
            @Nullable String sessionId,
            AgentStep step,
            long timeMillis,
            String author,
            @Nullable Long untilMillis,
            @Nullable String note) {
        this(eventId, tenant, agentId, sessionId, step, timeMillis, author, untilMillis, note, null);
    }

    /** The record key: one for each matter that a later word overrides. */
    public String recordKey() {
        return switch (step) {
            case SUSPENDED, REACTIVATED -> tenant + "|agent|" + agentId + "|suspension";
            case RESET -> tenant + "|agent|" + agentId + "|reset";
            case SCRUTINIZED -> tenant + "|agent|" + agentId + "|scrutiny";
            case SESSION_HELD, SESSION_RELEASED -> tenant + "|session|" + sessionId;
            case FINDING_ACKNOWLEDGED, FINDING_RESOLVED, FINDING_ACCEPTED, FINDING_REOPENED ->
                tenant + "|finding|" + finding;
        };
    }
}
