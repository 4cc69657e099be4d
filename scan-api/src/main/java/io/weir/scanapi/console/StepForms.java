package io.weir.scanapi.console;

import io.weir.engine.approval.Approval;
import io.weir.schemas.word.ApprovalState;

/** The forms by which people decide. */
final class StepForms {

    private static final String QUICK = """
        <form method="post" action="/console/approvals/%s">%s\
        <button name="step" value="approve">Approve</button>\
        <button name="step" value="deny" class="deny">Deny</button></form>\
        """;
    private static final String WHOLE = """
        <form method="post" action="/console/approvals/%s" class="whole">%s
        <label>Note<input name="note" maxlength="1000"></label>
        <button name="step" value="approve">Approve</button>
        <button name="step" value="deny" class="deny">Deny</button>
        <button name="step" value="note" class="plain">Only note</button>
        <label class="short">Minutes<input name="minutes" type="number" min="1" max="1440" value="60"></label>
        <button name="step" value="defer" class="plain">Wait longer</button>
        </form>\
        """;

    private StepForms() {}

    /** Two buttons, where the visitor may decide and the call waits. */
    static Markup quick(Visitor visitor, Approval approval, long timeMillis) {
        return form(QUICK, visitor, approval, timeMillis);
    }

    /** All steps, where the visitor may decide and the call waits. */
    static Markup whole(Visitor visitor, Approval approval, long timeMillis) {
        return form(WHOLE, visitor, approval, timeMillis);
    }

    private static Markup form(String template, Visitor visitor, Approval approval, long timeMillis) {
        return visitor.decides() && approval.stateAt(timeMillis) == ApprovalState.PENDING
                ? Markup.of(template, approval.approvalId(), Frame.formWord(visitor))
                : Markup.NOTHING;
    }
}
