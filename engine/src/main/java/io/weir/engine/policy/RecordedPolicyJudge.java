package io.weir.engine.policy;

import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.PolicyOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Says again what stands in a record.
 *
 * @param outcome the record
 */
record RecordedPolicyJudge(DecisionRecord outcome) implements PolicyJudge {

    @Override
    public @Nullable PolicyOutcome active(Judgement judgement) {
        return outcome.policies();
    }

    @Override
    public @Nullable PolicyOutcome candidate(Judgement judgement) {
        return null;
    }

    @Override
    public String version() {
        int plus = outcome.policyVersion().indexOf('+');
        return plus < 0 ? "" : outcome.policyVersion().substring(plus + 1);
    }
}
