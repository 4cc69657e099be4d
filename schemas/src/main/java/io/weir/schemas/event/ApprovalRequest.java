package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.RiskBand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A held call as those see it who decide on it: what, who and why, never its content. The windows stand here, so that
 * all nodes count alike whatever they are set to.
 *
 * @param environment where the agent runs
 * @param agentId who wants to make the call
 * @param agentName label of the agent, for people
 * @param sessionId the session of the call
 * @param credential fingerprint of the key that asked; whoever holds it can never decide
 * @param traceId decision that held the call
 * @param callDigest keyed hash of agent and call: the same call gets the same one
 * @param call what is to be called
 * @param riskScore 0..1
 * @param riskBand the score in four steps
 * @param reasonCodes why it was held
 * @param dataClasses kinds of data in the call
 * @param links how many earlier reads it is linked to
 * @param expiresMillis until when it can be decided on, epoch milliseconds
 * @param peopleNeeded how many people must agree
 * @param grantMillis how long a grant lasts
 * @param denyMillis how long a refusal lasts
 * @param usesMax how often a grant may be used
 * @param escalateTo channels that the rules of policies want told
 * @param tags of the rules of policies that matched
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApprovalRequest(
        @JsonProperty("environment") String environment,
        @JsonProperty("agent_id") String agentId,
        @JsonProperty("agent_name") @Nullable String agentName,
        @JsonProperty("session_id") String sessionId,
        @JsonProperty("credential") String credential,
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("call_digest") String callDigest,
        @JsonProperty("call") ToolCall call,
        @JsonProperty("risk_score") double riskScore,
        @JsonProperty("risk_band") RiskBand riskBand,
        @JsonProperty("reason_codes") List<ReasonCode> reasonCodes,
        @JsonProperty("data_classes") List<DataClass> dataClasses,
        @JsonProperty("links") int links,
        @JsonProperty("expires_at") long expiresMillis,
        @JsonProperty("people_needed") int peopleNeeded,
        @JsonProperty("grant_millis") long grantMillis,
        @JsonProperty("deny_millis") long denyMillis,
        @JsonProperty("uses_max") int usesMax,

        @JsonProperty("escalate_to") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> escalateTo,

        @JsonProperty("tags") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> tags) {

    /** Copies the lists. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what is absent
    public ApprovalRequest {
        reasonCodes = List.copyOf(reasonCodes);
        dataClasses = List.copyOf(dataClasses);
        escalateTo = escalateTo == null ? List.of() : List.copyOf(escalateTo);
        tags = tags == null ? List.of() : List.copyOf(tags);
    }
}
