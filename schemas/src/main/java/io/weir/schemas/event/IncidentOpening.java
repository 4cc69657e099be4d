package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.IncidentTrigger;
import io.weir.schemas.word.Severity;
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
        @JsonProperty("alert_id") @Nullable String alertId) {}
