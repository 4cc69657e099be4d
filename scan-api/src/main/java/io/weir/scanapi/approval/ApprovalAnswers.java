package io.weir.scanapi.approval;

import io.weir.engine.approval.Approval;
import io.weir.engine.approval.CodeLock;
import io.weir.schemas.api.ApprovalAnswer;
import io.weir.schemas.api.ApprovalStatusAnswer;

/** Turns approvals into what callers get. */
public final class ApprovalAnswers {

    private ApprovalAnswers() {}

    /** As the waiting agent may know it. */
    public static ApprovalStatusAnswer status(Approval approval, long timeMillis) {
        return new ApprovalStatusAnswer(
                approval.approvalId(),
                approval.stateAt(timeMillis),
                approval.untilMillis(),
                approval.openCodeAt(timeMillis).map(CodeLock::attemptsLeft).orElse(null));
    }

    /** As those see it who decide. */
    public static ApprovalAnswer whole(Approval approval, long timeMillis) {
        return new ApprovalAnswer(
                approval.approvalId(),
                approval.stateAt(timeMillis),
                approval.requestedMillis(),
                approval.decidedMillis(),
                approval.untilMillis(),
                approval.agreed(),
                approval.usesLeft(),
                approval.request(),
                approval.notes().stream()
                        .map(note -> new ApprovalAnswer.Note(note.timeMillis(), note.author(), note.text()))
                        .toList());
    }
}
