package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.event.AgentMarks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standing of an agent.
 *
 * @param agentId the agent
 * @param trust 0..1; 1 where nothing speaks against it
 * @param suspended whether none of its calls is let through
 * @param scrutiny whether it is watched closely: its trust is below 0.6, or a person said so
 * @param scrutinyUntilMillis until when a person wants it watched, epoch milliseconds; null where nobody does
 * @param lastHour marks of the last hour
 * @param lastDay marks of the last 24 hours
 * @param trend trust at the end of each of the last 14 days, the oldest first
 * @param lastMarkedMillis when something last counted for its trust, epoch milliseconds; 0 for never
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record AgentAnswer(
        @JsonProperty("agent_id") String agentId,
        @JsonProperty("trust") double trust,
        @JsonProperty("suspended") boolean suspended,
        @JsonProperty("scrutiny") boolean scrutiny,
        @JsonProperty("scrutiny_until") @Nullable Long scrutinyUntilMillis,
        @JsonProperty("last_hour") AgentMarks lastHour,
        @JsonProperty("last_day") AgentMarks lastDay,
        @JsonProperty("trend") List<Double> trend,
        @JsonProperty("last_marked_at") long lastMarkedMillis) {

    /** Copies the list. */
    public AgentAnswer {
        trend = List.copyOf(trend);
    }
}
