package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.ApprovalStep;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of an approval. Steps count in the order of the log; one that comes too late changes nothing.
 *
 * @param eventId UUID of the step
 * @param approvalId the approval
 * @param tenant owner of the data
 * @param step what happened
 * @param timeMillis when, epoch milliseconds
 * @param author who did it: a person's name, or that of a key
 * @param credential fingerprint of what the author proved it with
 * @param request the held call, for {@link ApprovalStep#REQUESTED} only
 * @param note what the author wrote; at most 1,000 characters
 * @param untilMillis until when it can be decided on, for {@link ApprovalStep#DEFERRED}, or until when the code is
 *     good, for {@link ApprovalStep#CODE_SENT}
 * @param code of steps about one-time codes only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApprovalEvent(
        @JsonProperty("event_id") String eventId,
        @JsonProperty("approval_id") String approvalId,
        @JsonProperty("tenant") String tenant,
        @JsonProperty("step") ApprovalStep step,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("author") String author,
        @JsonProperty("credential") String credential,
        @JsonProperty("request") @Nullable ApprovalRequest request,
        @JsonProperty("note") @Nullable String note,
        @JsonProperty("until") @Nullable Long untilMillis,
        @JsonProperty("code") @Nullable ApprovalCode code) {

    /** A step that is about no code. */
    public ApprovalEvent(
            String eventId,
            String approvalId,
            String tenant,
            ApprovalStep step,
            long timeMillis,
            String author,
            String credential,
            @Nullable ApprovalRequest request,
            @Nullable String note,
            @Nullable Long untilMillis) {
        this(eventId, approvalId, tenant, step, timeMillis, author, credential, request, note, untilMillis, null);
    }

    /** The record key: each step is kept. */
    public String key() {
        return approvalId + "|" + eventId;
    }
}
