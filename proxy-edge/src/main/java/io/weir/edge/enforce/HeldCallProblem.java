package io.weir.edge.enforce;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.schemas.api.Problem;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of the answer to a call that was held back: an RFC 9457 problem with the decision as further members.
 *
 * @param problem the standard members
 * @param decision what was decided
 * @param reasonCodes why
 * @param classifications kinds of data found in the call
 * @param riskScore 0..1
 * @param traceId id of the decision
 * @param approvalId id of the held call, for REQUIRE_APPROVAL
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeldCallProblem(
        @JsonUnwrapped Problem problem,
        @JsonProperty("decision") Decision decision,
        @JsonProperty("reason_codes") List<String> reasonCodes,
        @JsonProperty("classifications") List<DataClass> classifications,
        @JsonProperty("risk_score") double riskScore,
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("approval_id") @Nullable String approvalId) {

    /** The problem of a call with this decision. */
    public static HeldCallProblem of(Problem problem, ScanAnswer answer) {
        return new HeldCallProblem(
                problem,
                answer.decision(),
                answer.reasonCodes(),
                answer.classifications(),
                answer.riskScore(),
                answer.traceId(),
                answer.approvalId());
    }
}
