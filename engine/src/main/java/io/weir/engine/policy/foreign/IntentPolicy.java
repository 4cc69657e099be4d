package io.weir.engine.policy.foreign;

import java.util.List;
import java.util.Map;

/**
 * An intent policy of mcp-guardian 0.1 and 0.2, as it is written.
 *
 * @param name of the policy
 * @param description for people
 * @param expectedWorkflow what the agent is there for; for a judge that reads
 * @param allowedTools patterns; empty for no restriction
 * @param forbiddenTools patterns
 * @param allowedTransitions tools that may follow a tool; empty for no rule
 * @param constraints further rules for a judge that reads
 * @param escalationThreshold confidence below which a judge's consent is not enough, 0..1
 * @param fastPathAllow whether what no rule blocks needs no judge
 * @param caseInsensitive whether letter case counts in no pattern
 */
public record IntentPolicy(
        String name,
        String description,
        String expectedWorkflow,
        List<String> allowedTools,
        List<String> forbiddenTools,
        Map<String, List<String>> allowedTransitions,
        List<String> constraints,
        double escalationThreshold,
        boolean fastPathAllow,
        boolean caseInsensitive) {

    /** Copies the lists. */
    public IntentPolicy {
        allowedTools = List.copyOf(allowedTools);
        forbiddenTools = List.copyOf(forbiddenTools);
        constraints = List.copyOf(constraints);
    }
}
