package io.weir.engine.policy;

import io.weir.schemas.event.PolicyOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Asks the policies of a tenant about a call.
 *
 * @param policies of the tenant
 * @param subject the call
 */
record LivePolicyJudge(ActivePolicies policies, PolicySubject subject) implements PolicyJudge {

    @Override
    public @Nullable PolicyOutcome active(Judgement judgement) {
        return policies.active().judge(new CallFacts(subject, judgement));
    }

    @Override
    public @Nullable PolicyOutcome candidate(Judgement judgement) {
        PolicySet candidate = policies.candidate();
        return candidate == null ? null : candidate.judge(new CallFacts(subject, judgement));
    }

    @Override
    public boolean hasCandidate() {
        return policies.candidate() != null;
    }

    @Override
    public String version() {
        return policies.active().isEmpty() ? "" : policies.active().version();
    }
}
