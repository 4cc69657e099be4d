package io.weir.engine.decide;

import io.weir.engine.approval.Ruling;
import io.weir.engine.policy.PolicyJudge;
import io.weir.engine.trust.Regard;
import io.weir.engine.trust.Restraint;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Signal;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.LeafRole;
import io.weir.schemas.word.ReasonCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that a decision depends on. It can be taken from the record of a call, so any decision can be made again.
 *
 * @param call what is called
 * @param findings sensitive data in the call
 * @param destinationAddresses leaves that say where the call goes
 * @param links connections with earlier reads, strongest first
 * @param requestKnown whether the user's request is known
 * @param gaps what could not be looked into
 * @param unconfirmed whether the call waits for a person because it could not be compared with what was read elsewhere
 * @param approvalId id to use if the call is held
 * @param ruling what was settled about the call before
 * @param policies asked once links and data have been judged
 * @param regard what is held of whoever acts
 * @param opinion what a language model decides where no rule does
 * @param others signals of engines that know what the record does not say
 */
public record DecisionInput(
        ToolCall call,
        List<Finding> findings,
        Set<String> destinationAddresses,
        List<Link> links,
        boolean requestKnown,
        List<String> gaps,
        boolean unconfirmed,
        String approvalId,
        Ruling ruling,
        PolicyJudge policies,
        Regard regard,
        Decision opinion,
        List<Signal> others) {

    /** Copies the collections. */
    public DecisionInput {
        findings = List.copyOf(findings);
        destinationAddresses = Set.copyOf(destinationAddresses);
        links = List.copyOf(links);
        gaps = List.copyOf(gaps);
        others = List.copyOf(others);
    }

    /** An input without policies. */
    public DecisionInput(
            ToolCall call,
            List<Finding> findings,
            Set<String> destinationAddresses,
            List<Link> links,
            boolean requestKnown,
            List<String> gaps,
            boolean unconfirmed,
            String approvalId,
            Ruling ruling) {
        this(
                call,
                findings,
                destinationAddresses,
                links,
                requestKnown,
                gaps,
                unconfirmed,
                approvalId,
                ruling,
                PolicyJudge.NONE,
                Regard.NONE,
                Decision.ALLOW,
                List.of());
    }

    /** The input of a recorded decision, with links computed anew; policies say what they said. */
    public static DecisionInput of(ToolCallScanned event, List<Link> links) {
        String approvalId = event.outcome().approvalId();
        return new DecisionInput(
                event.call(),
                event.findings(),
                event.fingerprint().leaves().stream()
                        .filter(leaf -> leaf.role() == LeafRole.DESTINATION)
                        .map(leaf -> leaf.address())
                        .collect(Collectors.toUnmodifiableSet()),
                links,
                event.request() != null,
                event.gaps(),
                event.outcome().reasonCodes().contains(ReasonCode.READ_UNCONFIRMED),
                approvalId == null ? event.eventId() : approvalId,
                ruling(event.outcome().reasonCodes()),
                PolicyJudge.recorded(event.outcome()),
                regard(event.outcome()),
                opinion(event.outcome().reasonCodes()),
                OtherSignals.recorded(event.outcome().signals()));
    }

    /** The same, with other policies. */
    public DecisionInput with(PolicyJudge candidates) {
        return new DecisionInput(
                call,
                findings,
                destinationAddresses,
                links,
                requestKnown,
                gaps,
                unconfirmed,
                approvalId,
                ruling,
                candidates,
                regard,
                opinion,
                others);
    }

    private static Regard regard(DecisionRecord outcome) {
        List<ReasonCode> reasons = outcome.reasonCodes();
        Restraint restraint = reasons.contains(ReasonCode.AGENT_SUSPENDED)
                ? Restraint.SUSPENDED
                : reasons.contains(ReasonCode.SESSION_HELD)
                        ? Restraint.SESSION_HELD
                        : reasons.contains(ReasonCode.AGENT_SCRUTINY) ? Restraint.SCRUTINY : Restraint.NONE;
        return new Regard(restraint, null, 0);
    }

    private static Decision opinion(List<ReasonCode> reasons) {
        if (reasons.contains(ReasonCode.JUDGE_DENIES)) {
            return Decision.DENY;
        }
        return reasons.contains(ReasonCode.JUDGE_ESCALATES) ? Decision.REQUIRE_APPROVAL : Decision.ALLOW;
    }

    private static Ruling ruling(List<ReasonCode> reasons) {
        if (reasons.contains(ReasonCode.RECENT_APPROVAL_GRANT)) {
            return Ruling.GRANTED;
        }
        if (reasons.contains(ReasonCode.EPHEMERAL_SCOPE_VIOLATION)) {
            return Ruling.OUT_OF_BOUNDS;
        }
        return reasons.contains(ReasonCode.RECENT_DENIAL) ? Ruling.DENIED : Ruling.NONE;
    }
}
