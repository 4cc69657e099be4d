package io.weir.engine.policy;

import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.PolicyOutcome;
import org.jspecify.annotations.Nullable;

/** What policies say about one call, once the judgement on it is known. */
public interface PolicyJudge {

    /** There are no policies. */
    PolicyJudge NONE = new PolicyJudge() {

        @Override
        public @Nullable PolicyOutcome active(Judgement judgement) {
            return null;
        }

        @Override
        public @Nullable PolicyOutcome candidate(Judgement judgement) {
            return null;
        }

        @Override
        public String version() {
            return "";
        }
    };

    /** What the active policies say; null where no rule matches. */
    @Nullable
    PolicyOutcome active(Judgement judgement);

    /** What the candidates would say; null where there are none, or no rule matches. */
    @Nullable
    PolicyOutcome candidate(Judgement judgement);

    /** Whether candidates are judged beside the active policies. */
    default boolean hasCandidate() {
        return false;
    }

    /** Version of the active policies; the empty text where there are none. */
    String version();

    /** Policies asked about a call. */
    static PolicyJudge of(ActivePolicies policies, PolicySubject subject) {
        return policies.isEmpty() ? NONE : new LivePolicyJudge(policies, subject);
    }

    /** What policies said when a call was decided; candidates are not judged again. */
    static PolicyJudge recorded(DecisionRecord outcome) {
        return new RecordedPolicyJudge(outcome);
    }
}
