package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.RiskBand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision with everything that explains it.
 *
 * @param decision what the enforcement point must do
 * @param riskScore 0..1
 * @param riskBand the score in four steps
 * @param reasonCodes why, in declaration order of {@link ReasonCode}
 * @param dataClasses kinds of data found in the call, in declaration order
 * @param signals contributions to the score
 * @param links connections with earlier reads, strongest first
 * @param approvalId id of the held call, for REQUIRE_APPROVAL only
 * @param policyVersion version of the judgement that decided, then of the policies where there are any
 * @param policies what the policies said; null where no rule matched
 * @param shadow what candidate policies would have done; null where there are none, or they change nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionRecord(
        @JsonProperty("decision") Decision decision,
        @JsonProperty("risk_score") double riskScore,
        @JsonProperty("risk_band") RiskBand riskBand,
        @JsonProperty("reason_codes") List<ReasonCode> reasonCodes,
        @JsonProperty("data_classes") List<DataClass> dataClasses,
        @JsonProperty("signals") List<Signal> signals,
        @JsonProperty("links") List<Link> links,
        @JsonProperty("approval_id") @Nullable String approvalId,
        @JsonProperty("policy_version") String policyVersion,
        @JsonProperty("policies") @Nullable PolicyOutcome policies,
        @JsonProperty("shadow") @Nullable PolicyShadow shadow) {

    /** Copies the lists. */
    public DecisionRecord {
        reasonCodes = List.copyOf(reasonCodes);
        dataClasses = List.copyOf(dataClasses);
        signals = List.copyOf(signals);
        links = List.copyOf(links);
    }

    /** A decision that no policy had a part in. */
    public DecisionRecord(
            Decision decision,
            double riskScore,
            RiskBand riskBand,
            List<ReasonCode> reasonCodes,
            List<DataClass> dataClasses,
            List<Signal> signals,
            List<Link> links,
            @Nullable String approvalId,
            String policyVersion) {
        this(
                decision,
                riskScore,
                riskBand,
                reasonCodes,
                dataClasses,
                signals,
                links,
                approvalId,
                policyVersion,
                null,
                null);
    }
}
