package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A message that one agent intends to send to another. Unknown members are ignored.
 *
 * @param fromAgentId the sender, required
 * @param toAgentId the receiver, required; an agent of the same tenant and environment
 * @param method what the message is for, such as {@code delegate}, required
 * @param intent what the sender wants, in words; looked into like the payload, and never taken for the words of a user
 * @param payload the content: any JSON value
 * @param env environment of both
 * @param sessionId one run or conversation of the sender
 * @param taskId task inside the session
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentMessage(
        @JsonProperty("from_agent_id") @Nullable String fromAgentId,
        @JsonProperty("to_agent_id") @Nullable String toAgentId,
        @JsonProperty("method") @Nullable String method,
        @JsonProperty("intent") @Nullable String intent,
        @JsonProperty("payload") @Nullable Object payload,
        @JsonProperty("env") @Nullable String env,
        @JsonProperty("session_id") @Nullable String sessionId,
        @JsonProperty("task_id") @Nullable String taskId) {}
