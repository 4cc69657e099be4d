package io.weir.scanapi.request;

import io.weir.scanapi.http.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a step that a person takes on approvals, checked.
 *
 * @param approvalIds which approvals, where the path does not say; empty otherwise
 * @param note what the person writes; null for nothing
 * @param deferSeconds how much longer to wait; 0 where that is not the matter
 */
public record ApprovalStepRequest(
        List<String> approvalIds, @Nullable String note, int deferSeconds) {

    private static final int NOTE_LENGTH_MAX = 1_000;
    private static final int DEFER_SECONDS_MAX = 86_400;
    private static final int IDS_MAX = 100;

    /** What the body must hold besides what it may. */
    public enum Need {
        /** Nothing. */
        NOTHING,
        /** A note. */
        NOTE,
        /** How much longer to wait. */
        SECONDS,
        /** Ids of approvals. */
        IDS
    }

    /**
     * The request in a JSON value; null counts as an empty object where nothing is needed.
     *
     * @throws Refusal {@code REQUEST_INVALID} with every fault
     */
    public static ApprovalStepRequest read(@Nullable Object value, Need need) {
        Members members = Members.of(value == null ? Map.of() : value);
        String note = need == Need.NOTE
                ? members.requiredText("note", NOTE_LENGTH_MAX)
                : members.text("note", NOTE_LENGTH_MAX);
        int seconds = members.integer("seconds", 1, DEFER_SECONDS_MAX, 0);
        if (need == Need.SECONDS && seconds == 0) {
            members.fault("seconds: missing");
        }
        List<String> ids = members.textList("approval_ids", IDS_MAX);
        if (need == Need.IDS && ids.isEmpty()) {
            members.fault("approval_ids: missing");
        }
        members.check();
        return new ApprovalStepRequest(ids, note, seconds);
    }
}
