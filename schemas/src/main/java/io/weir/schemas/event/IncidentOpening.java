package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.IncidentTrigger;
import io.weir.schemas.word.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that opens an incident, or belongs to one that is open already: the one of the same trigger and agent.
 *
 * @param trigger what it is
 * @param severity how urgent
 * @param title one sentence for people
 * @param environment of the call, or null
 * @param agentId the agent, or null
 * @param sessionId its session, or null
 * @param traceId the decision that it is about, or null
 * @param alertId the alert that it comes from, or null
 * @param escalateTo channels that the rules of policies want told
 * @param tags of the rules of policies that matched
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record IncidentOpening(
        @JsonProperty("trigger") IncidentTrigger trigger,
        @JsonProperty("severity") Severity severity,
        @JsonProperty("title") String title,
        @JsonProperty("environment") @Nullable String environment,
        @JsonProperty("agent_id") @Nullable String agentId,
        @JsonProperty("session_id") @Nullable String sessionId,
        @JsonProperty("trace_id") @Nullable String traceId,
        @JsonProperty("alert_id") @Nullable String alertId,

        @JsonProperty("escalate_to") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> escalateTo,

        @JsonProperty("tags") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> tags) {

    /** Copies the lists. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what is absent
    public IncidentOpening {
        escalateTo = escalateTo == null ? List.of() : List.copyOf(escalateTo);
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    /** Something that no rule of a policy is behind. */
    public IncidentOpening(
            IncidentTrigger trigger,
            Severity severity,
            String title,
            @Nullable String environment,
            @Nullable String agentId,
            @Nullable String sessionId,
            @Nullable String traceId,
            @Nullable String alertId) {
        this(trigger, severity, title, environment, agentId, sessionId, traceId, alertId, List.of(), List.of());
    }
}
