package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.PolicyAction;
import io.weir.schemas.word.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a policy that a call matched. It holds names and counts, never content of the call.
 *
 * @param policyId stable id of the policy: it follows from tenant, environments and name
 * @param policyName name of the policy
 * @param ruleId id of the rule in the policy
 * @param priority of the rule; the lowest number counts where the first match is taken
 * @param action what the rule asks for
 * @param reasonCode the rule's own word for why, or null
 * @param because what held, a line each
 * @param escalateTo channel that is told where the call is held or an incident is opened, or null
 * @param tag for searches, or null
 * @param incidentSeverity of the incident that the rule opens, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PolicyMatch(
        @JsonProperty("policy_id") String policyId,
        @JsonProperty("policy_name") String policyName,
        @JsonProperty("rule_id") String ruleId,
        @JsonProperty("priority") int priority,
        @JsonProperty("action") PolicyAction action,
        @JsonProperty("reason_code") @Nullable String reasonCode,
        @JsonProperty("because") List<String> because,
        @JsonProperty("escalate_to") @Nullable String escalateTo,
        @JsonProperty("tag") @Nullable String tag,
        @JsonProperty("incident_severity") @Nullable Severity incidentSeverity) {

    /** Copies the list. */
    public PolicyMatch {
        because = List.copyOf(because);
    }
}
