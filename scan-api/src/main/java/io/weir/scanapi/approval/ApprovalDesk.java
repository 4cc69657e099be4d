package io.weir.scanapi.approval;

import io.weir.engine.approval.Approval;
import io.weir.engine.approval.ApprovalLedger;
import io.weir.engine.approval.ApprovalWindows;
import io.weir.engine.approval.CallDigests;
import io.weir.engine.approval.Ruling;
import io.weir.engine.payload.CallInput;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.event.ApprovalEvent;
import io.weir.schemas.event.ApprovalRequest;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.ApprovalStep;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds calls until people have decided, and tells what they have decided. Safe to share between threads.
 */
public final class ApprovalDesk {

    private final CallDigests digests;
    private final ApprovalWindows windows;
    private final ApprovalLedger ledger;
    private final ApprovalLog log;
    private final InstantSource time;
    private final Supplier<UUID> ids;

    /**
     * A desk over what was decided before.
     *
     * @param ids random UUIDs, version 4
     */
    public ApprovalDesk(
            ApprovalWindows windows, CallDigests digests, ApprovalLog log, InstantSource time, Supplier<UUID> ids) {
        this.digests = digests;
        this.windows = windows;
        this.ledger = log.ledger();
        this.log = log;
        this.time = time;
        this.ids = ids;
    }

    /** What people have said about a call; a grant is used up by asking. */
    public Prior prior(Principal principal, CallInput input) {
        if (!ledger.concerns(principal.tenant(), principal.agentId())) {
            return Prior.NONE;
        }
        Approval standing = ledger.standing(principal.tenant(), digests.of(principal, input), time.millis())
                .orElse(null);
        if (standing == null) {
            return Prior.NONE;
        }
        return switch (standing.state()) {
            case PENDING -> new Prior(Ruling.NONE, standing.approvalId());
            case DENIED -> new Prior(Ruling.DENIED, null);
            case APPROVED -> use(standing) ? new Prior(Ruling.GRANTED, null) : Prior.NONE;
            case EXPIRED -> Prior.NONE;
        };
    }

    private boolean use(Approval approval) {
        String credential = approval.request().credential();
        return log.take(step(approval, ApprovalStep.USED, "key " + credential, credential, null, null));
    }

    /** Has a held call wait for people. */
    public void hold(Caller caller, ToolCallScanned event, CallInput input) {
        DecisionRecord outcome = event.outcome();
        Principal principal = event.principal();
        String approvalId = outcome.approvalId();
        if (approvalId == null) {
            throw new IllegalArgumentException("a call that is not held needs no approval");
        }
        PolicyOutcome policies = outcome.policies();
        ApprovalRequest request = new ApprovalRequest(
                principal.environment(),
                principal.agentId(),
                principal.agentName(),
                principal.sessionId(),
                caller.credential(),
                event.traceId(),
                digests.of(principal, input),
                event.call(),
                outcome.riskScore(),
                outcome.riskBand(),
                outcome.reasonCodes(),
                outcome.dataClasses(),
                outcome.links().size(),
                event.timeMillis() + windows.pendingMillis(),
                windows.peopleNeeded(),
                windows.grantMillis(),
                windows.denyMillis(),
                windows.usesMax(),
                policies == null ? List.of() : policies.escalatedTo(),
                policies == null ? List.of() : policies.tags());
        log.take(new ApprovalEvent(
                ids.get().toString(),
                approvalId,
                principal.tenant(),
                ApprovalStep.REQUESTED,
                event.timeMillis(),
                caller.name(),
                caller.credential(),
                request,
                null,
                null));
    }

    /**
     * Takes a step for a person.
     *
     * @return the approval after it
     * @throws Refusal {@code NOT_FOUND}, {@code OWN_CALL} or {@code APPROVAL_CLOSED}
     */
    public Approval decide(
            Caller caller, String approvalId, ApprovalStep step, @Nullable String note, @Nullable Long untilMillis) {
        Approval before = get(caller, approvalId);
        if (caller.credential().equals(before.request().credential())) {
            throw Refusal.of(ErrorCode.OWN_CALL, "The credential is the one that asked for the call.");
        }
        if (!log.take(step(before, step, caller.name(), caller.credential(), note, untilMillis))) {
            throw Refusal.of(
                    ErrorCode.APPROVAL_CLOSED,
                    "The approval is " + get(caller, approvalId).stateAt(time.millis())
                            + ", or the same person has agreed already.");
        }
        return get(caller, approvalId);
    }

    /** Grants of an agent that can still be used. */
    public List<Approval> grants(String tenant, String agentId) {
        return ledger.grants(tenant, agentId, time.millis());
    }

    /** Takes a grant back; nothing happens where it was used or taken back meanwhile. */
    public void revoke(Approval grant, String author) {
        log.take(step(grant, ApprovalStep.REVOKED, author, author, null, null));
    }

    /**
     * An approval of the caller's tenant.
     *
     * @throws Refusal {@code NOT_FOUND} if there is none with this id
     */
    public Approval get(Caller caller, String approvalId) {
        Optional<Approval> found = ledger.find(caller.tenant(), approvalId);
        return found.orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "There is no approval with this id."));
    }

    /** Approvals of the caller's tenant in a state, the latest first. */
    public List<Approval> list(Caller caller, ApprovalState state, int limit) {
        return ledger.list(caller.tenant(), state, time.millis(), limit);
    }

    private ApprovalEvent step(
            Approval approval,
            ApprovalStep step,
            String author,
            String credential,
            @Nullable String note,
            @Nullable Long untilMillis) {
        return new ApprovalEvent(
                ids.get().toString(),
                approval.approvalId(),
                approval.tenant(),
                step,
                time.millis(),
                author,
                credential,
                null,
                note,
                untilMillis);
    }
}
