package io.weir.engine.policy;

import io.weir.engine.policy.text.PolicyProblem;
import java.util.List;

/**
 * A policy file that can be used.
 *
 * @param policies at least one
 * @param warnings what its author should know
 */
public record PolicyFile(List<Policy> policies, List<PolicyProblem> warnings) {

    /** Copies the lists. */
    public PolicyFile {
        policies = List.copyOf(policies);
        warnings = List.copyOf(warnings);
    }
}
