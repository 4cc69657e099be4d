package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A one-time code that a person has got for a held call, on its way back.
 *
 * @param code what the person said
 * @param approvalIds the held calls that it may be for, at most 3, the likeliest first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConfirmRequest(
        @JsonProperty("code") String code,
        @JsonProperty("approval_ids") List<String> approvalIds) {

    /** Copies the list. */
    public ConfirmRequest {
        approvalIds = List.copyOf(approvalIds);
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "ConfirmRequest" + approvalIds;
    }
}
