package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.PolicyAction;
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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyMatch(
        @JsonProperty("policy_id") String policyId,
        @JsonProperty("policy_name") String policyName,
        @JsonProperty("rule_id") String ruleId,
        @JsonProperty("priority") int priority,
        @JsonProperty("action") PolicyAction action,
        @JsonProperty("reason_code") @Nullable String reasonCode,
        @JsonProperty("because") List<String> because) {

    /** Copies the list. */
    public PolicyMatch {
        because = List.copyOf(because);
    }
}
