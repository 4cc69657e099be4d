package io.weir.launcher.approval;

import java.util.UUID;
import picocli.CommandLine.Parameters;

/** The parameter that says which approval. */
public final class ApprovalIdParameter {

    @Parameters(paramLabel = "ID", description = "The approval_id of the held call.")
    private String approvalId = "";

    /**
     * The path of the approval, or of something in it.
     *
     * @throws IllegalArgumentException if the parameter is no id
     */
    String path(String inside) {
        try {
            return "/v1/approvals/" + UUID.fromString(approvalId) + inside;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + approvalId + "' is no id of an approval; 'weir approval list' shows them", e);
        }
    }
}
