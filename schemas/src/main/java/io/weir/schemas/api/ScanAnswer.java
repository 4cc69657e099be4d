package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.PolicyMatch;
import io.weir.schemas.event.Signal;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.RiskBand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a call, as the caller gets it. {@code sanitized_body}, {@code approval_id}, {@code policy_id} and
 * {@code policy_name} are always members, null where they do not apply.
 *
 * @param decision what to do
 * @param riskScore 0..1
 * @param riskBand the score in four steps
 * @param reasonCodes why: words of {@link io.weir.schemas.word.ReasonCode}, then those of the policies' rules
 * @param traceId UUID of this decision; post it with the response
 * @param toolName detected tool
 * @param operation detected operation
 * @param classifications kinds of data found
 * @param signals contributions to the score
 * @param sanitizedBody redacted body, for SANITIZE
 * @param approvalId UUID of the held call, for REQUIRE_APPROVAL
 * @param policyId first policy that matched
 * @param policyName its name
 * @param sessionId the session that the call was counted to
 * @param links connections with earlier reads
 * @param gaps what could not be looked into
 * @param violations how the call goes beyond the bounds of its short-lived key; null where it does not
 * @param matchedPolicies every rule of a policy that matched, those that count first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ScanAnswer(
        @JsonProperty("decision") Decision decision,
        @JsonProperty("risk_score") double riskScore,
        @JsonProperty("risk_band") RiskBand riskBand,
        @JsonProperty("reason_codes") List<String> reasonCodes,
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("tool_name") String toolName,
        @JsonProperty("operation") String operation,
        @JsonProperty("classifications") List<DataClass> classifications,
        @JsonProperty("signals") List<Signal> signals,
        @JsonProperty("sanitized_body") @Nullable Object sanitizedBody,
        @JsonProperty("approval_id") @Nullable String approvalId,
        @JsonProperty("policy_id") @Nullable String policyId,
        @JsonProperty("policy_name") @Nullable String policyName,
        @JsonProperty("session_id") String sessionId,
        @JsonProperty("links") List<Link> links,
        @JsonProperty("gaps") List<String> gaps,

        @JsonProperty("violations") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        List<String> violations,

        @JsonProperty("matched_policies") List<PolicyMatch> matchedPolicies) {

    /** Takes answers of services that know no policies. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what is absent
    public ScanAnswer {
        matchedPolicies = matchedPolicies == null ? List.of() : List.copyOf(matchedPolicies);
    }

    /** An answer without policies, to a call within the bounds of its key. */
    public ScanAnswer(
            Decision decision,
            double riskScore,
            RiskBand riskBand,
            List<String> reasonCodes,
            String traceId,
            String toolName,
            String operation,
            List<DataClass> classifications,
            List<Signal> signals,
            @Nullable Object sanitizedBody,
            @Nullable String approvalId,
            @Nullable String policyId,
            @Nullable String policyName,
            String sessionId,
            List<Link> links,
            List<String> gaps) {
        this(
                decision,
                riskScore,
                riskBand,
                reasonCodes,
                traceId,
                toolName,
                operation,
                classifications,
                signals,
                sanitizedBody,
                approvalId,
                policyId,
                policyName,
                sessionId,
                links,
                gaps,
                null,
                List.of());
    }

    /** The same answer, with how the call goes beyond the bounds of its key. */
    public ScanAnswer withViolations(List<String> found) {
        return new ScanAnswer(
                decision,
                riskScore,
                riskBand,
                reasonCodes,
                traceId,
                toolName,
                operation,
                classifications,
                signals,
                sanitizedBody,
                approvalId,
                policyId,
                policyName,
                sessionId,
                links,
                gaps,
                List.copyOf(found),
                matchedPolicies);
    }
}
