package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.event.ApprovalRequest;
import io.weir.schemas.word.ApprovalState;
import java.util.List;

/**
 * A held call and what people have decided about it, as those see it who decide.
 *
 * @param approvalId the approval
 * @param status the decision
 * @param requestedMillis when the call was held, epoch milliseconds
 * @param decidedMillis when it was decided, epoch milliseconds; 0 while it waits
 * @param expiresMillis until when it can be decided on, or how long the decision stands, epoch milliseconds
 * @param agreed who has agreed
 * @param usesLeft how often the grant can still be used
 * @param request the call
 * @param notes what people wrote
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApprovalAnswer(
        @JsonProperty("approval_id") String approvalId,
        @JsonProperty("status") ApprovalState status,
        @JsonProperty("requested_at") long requestedMillis,
        @JsonProperty("decided_at") long decidedMillis,
        @JsonProperty("expires_at") long expiresMillis,
        @JsonProperty("agreed") List<String> agreed,
        @JsonProperty("uses_left") int usesLeft,
        @JsonProperty("request") ApprovalRequest request,
        @JsonProperty("notes") List<Note> notes) {

    /** Copies the lists. */
    public ApprovalAnswer {
        agreed = List.copyOf(agreed);
        notes = List.copyOf(notes);
    }

    /**
     * What somebody wrote.
     *
     * @param timeMillis when, epoch milliseconds
     * @param author who
     * @param text what
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Note(
            @JsonProperty("time") long timeMillis,
            @JsonProperty("author") String author,
            @JsonProperty("text") String text) {}
}
