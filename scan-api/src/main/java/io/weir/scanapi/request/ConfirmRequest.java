package io.weir.scanapi.request;

import io.weir.scanapi.http.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body in which an agent passes on a one-time code, checked.
 *
 * @param code what the person said
 * @param approvalIds the held calls that it may be for
 */
public record ConfirmRequest(String code, List<String> approvalIds) {

    private static final int CODE_LENGTH_MAX = 32;
    private static final int IDS_MAX = 3;

    /** Copies the list. */
    public ConfirmRequest {
        approvalIds = List.copyOf(approvalIds);
    }

    /**
     * The request in a JSON value. Blanks in the code do not count: people read it in groups.
     *
     * @throws Refusal {@code REQUEST_INVALID} with every fault
     */
    public static ConfirmRequest read(@Nullable Object value) {
        Members members = Members.of(value);
        String code = members.requiredText("code", CODE_LENGTH_MAX);
        List<String> ids = members.textList("approval_ids", IDS_MAX);
        if (ids.isEmpty()) {
            members.fault("approval_ids: missing");
        }
        members.check();
        return new ConfirmRequest(code == null ? "" : code.replace(" ", ""), ids);
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "ConfirmRequest" + approvalIds;
    }
}
