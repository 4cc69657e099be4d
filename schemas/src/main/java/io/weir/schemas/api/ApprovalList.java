package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Several approvals.
 *
 * @param approvals the latest request first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApprovalList(@JsonProperty("approvals") List<ApprovalAnswer> approvals) {

    /** Copies the list. */
    public ApprovalList {
        approvals = List.copyOf(approvals);
    }
}
