package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The response to a scanned call. Unknown members are ignored.
 *
 * @param traceId the decision's id, required
 * @param responseBody JSON value, required (null is a value)
 * @param responseStatus HTTP status, 200 if absent
 * @param sessionId the session, needed only where the trace is unknown to this node
 * @param agentId the agent, needed only where the trace is unknown to this node
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResponseScanRequest(
        @JsonProperty("trace_id") @Nullable String traceId,
        @JsonProperty("response_body") @Nullable Object responseBody,
        @JsonProperty("response_status") @Nullable Integer responseStatus,
        @JsonProperty("session_id") @Nullable String sessionId,
        @JsonProperty("agent_id") @Nullable String agentId) {}
