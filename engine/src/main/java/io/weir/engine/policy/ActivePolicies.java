package io.weir.engine.policy;

import org.jspecify.annotations.Nullable;

/**
 * The policies of a tenant.
 *
 * @param active those that decide
 * @param candidate what would decide if the candidates were active; null where there are none
 */
public record ActivePolicies(PolicySet active, @Nullable PolicySet candidate) {

    /** No policies. */
    public static final ActivePolicies NONE = new ActivePolicies(PolicySet.EMPTY, null);

    /** Whether there is nothing to ask. */
    public boolean isEmpty() {
        return active.isEmpty() && candidate == null;
    }
}
