package io.weir.launcher.replay;

import io.weir.engine.decide.Decider;
import io.weir.engine.decide.DecisionInput;
import io.weir.engine.policy.ActivePolicies;
import io.weir.engine.policy.CallFacts;
import io.weir.engine.policy.Judgement;
import io.weir.engine.policy.PolicyJudge;
import io.weir.engine.policy.PolicySource;
import io.weir.engine.policy.PolicySubject;
import io.weir.engine.policy.Standing;
import io.weir.engine.policy.memory.PolicyMemory;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCallScanned;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Policies that recorded calls are decided by in the place of those that held then. A record holds no content, so of a
 * rule that asks for some it is not known whether it matches: it counts as one that does not, and how often that was so
 * is counted. For one thread.
 */
final class CandidatePolicies {

    private final PolicySource source;
    private final Map<String, Long> undecided = new TreeMap<>();

    CandidatePolicies(PolicySource source) {
        this.source = source;
    }

    /** Decides a recorded call by them, and remembers it for the calls of its session that follow. */
    DecisionRecord decide(Decider decider, StateTable state, ToolCallScanned call, DecisionInput input) {
        ActivePolicies policies = source.of(call.principal().tenant());
        PolicyMemory memory = new PolicyMemory(state, call.principal().sessionKey());
        PolicySubject subject = new PolicySubject(
                call.principal(), call.timeMillis(), call.call(), call.findings(), null, memory, Standing.NONE);
        DecisionRecord outcome = decider.decide(input.with(new Counting(policies, subject)));
        DecisionMade made = new DecisionMade(
                call.eventId(),
                call.traceId(),
                call.traceparent(),
                call.timeMillis(),
                call.principal(),
                call.call(),
                outcome);
        memory.note(made, subject.toolName(), subject.server());
        return outcome;
    }

    /** Remembers what a session has read. */
    void remember(StateTable state, ResponseObserved response) {
        new PolicyMemory(state, response.principal().sessionKey()).note(response);
    }

    /** Asks the policies, and counts the rules of which it is not known whether they match. */
    private final class Counting implements PolicyJudge {

        private final ActivePolicies policies;
        private final PolicySubject subject;
        private final PolicyJudge judge;

        Counting(ActivePolicies policies, PolicySubject subject) {
            this.policies = policies;
            this.subject = subject;
            this.judge = PolicyJudge.of(policies, subject);
        }

        @Override
        public @Nullable PolicyOutcome active(Judgement judgement) {
            policies.active()
                    .undecided(new CallFacts(subject, judgement))
                    .forEach(rule -> undecided.merge(rule, 1L, Long::sum));
            return judge.active(judgement);
        }

        @Override
        public @Nullable PolicyOutcome candidate(Judgement judgement) {
            return null;
        }

        @Override
        public String version() {
            return judge.version();
        }
    }

    /** By rule, for how many calls it was not known whether it matches. */
    Map<String, Long> undecided() {
        return undecided;
    }
}
