package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that an agent intends to make. Unknown members are ignored.
 *
 * @param method HTTP verb, required
 * @param url absolute URL or a pseudo URL such as {@code mcp://<tool>}, required
 * @param headers headers that will be sent
 * @param body JSON value: map, list, string, number, boolean or null
 * @param agentId stable id of the agent
 * @param agentName label of the agent
 * @param runtimeType the agent's framework
 * @param context the user's request, in the user's words
 * @param env environment
 * @param sessionId one run or conversation of the agent
 * @param taskId task inside the session
 * @param parentTraceId the call that led to this one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScanRequest(
        @JsonProperty("method") @Nullable String method,
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("headers") @Nullable Map<String, String> headers,
        @JsonProperty("body") @Nullable Object body,
        @JsonProperty("agent_id") @Nullable String agentId,
        @JsonProperty("agent_name") @Nullable String agentName,
        @JsonProperty("runtime_type") @Nullable String runtimeType,
        @JsonProperty("context") @Nullable String context,
        @JsonProperty("env") @Nullable String env,
        @JsonProperty("session_id") @Nullable String sessionId,
        @JsonProperty("task_id") @Nullable String taskId,
        @JsonProperty("parent_trace_id") @Nullable String parentTraceId) {}
