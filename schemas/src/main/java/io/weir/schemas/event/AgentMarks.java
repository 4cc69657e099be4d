package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an agent did that counts for its trust, as numbers.
 *
 * @param denials calls that were denied
 * @param criticals denied or held calls of the highest risk band
 * @param threats calls to what a feed of threats lists
 * @param anomalies calls that are unlike the agent's others
 * @param breaches calls beyond the bounds of a short-lived key
 * @param refusals calls that people refused
 * @param streaks rows of 50 calls without a denial
 * @param approvals calls that people agreed to, and that were made
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AgentMarks(
        @JsonProperty("denials") int denials,
        @JsonProperty("criticals") int criticals,
        @JsonProperty("threats") int threats,
        @JsonProperty("anomalies") int anomalies,
        @JsonProperty("breaches") int breaches,
        @JsonProperty("refusals") int refusals,
        @JsonProperty("streaks") int streaks,
        @JsonProperty("approvals") int approvals) {

    /** Nothing that counts. */
    public static final AgentMarks NONE = new AgentMarks(0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public AgentMarks plus(AgentMarks more) {
        return new AgentMarks(
                denials + more.denials,
                criticals + more.criticals,
                threats + more.threats,
                anomalies + more.anomalies,
                breaches + more.breaches,
                refusals + more.refusals,
                streaks + more.streaks,
                approvals + more.approvals);
    }
}
