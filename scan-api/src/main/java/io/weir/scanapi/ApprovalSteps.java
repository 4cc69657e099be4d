package io.weir.scanapi;

import io.weir.engine.approval.Approval;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.approval.ApprovalDesk;
import io.weir.scanapi.incident.CaseWatch;
import io.weir.schemas.word.ApprovalStep;
import org.jspecify.annotations.Nullable;

/** Takes the steps of people on held calls, wherever they come from; a refusal counts for the agent's trust. */
final class ApprovalSteps {

    private final ApprovalDesk desk;
    private final CaseWatch cases;

    ApprovalSteps(ApprovalDesk desk, CaseWatch cases) {
        this.desk = desk;
        this.cases = cases;
    }

    /**
     * Takes a step.
     *
     * @param untilMillis until when the call waits, where that is the step
     * @return the approval after it
     * @throws io.weir.scanapi.http.Refusal {@code NOT_FOUND}, {@code OWN_CALL} or {@code APPROVAL_CLOSED}
     */
    Approval take(
            Caller caller, String approvalId, ApprovalStep step, @Nullable String note, @Nullable Long untilMillis) {
        Approval approval = desk.decide(caller, approvalId, step, note, untilMillis);
        if (step == ApprovalStep.DENIED) {
            cases.refused(approval.tenant(), approval.request().agentId());
        }
        return approval;
    }
}
