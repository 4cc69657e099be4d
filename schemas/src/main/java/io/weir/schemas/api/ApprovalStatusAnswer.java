package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.ApprovalState;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a held call, as the agent that waits for it may know.
 *
 * @param approvalId the approval
 * @param status the decision
 * @param expiresMillis until when it can be decided on, or how long the decision stands, epoch milliseconds
 * @param codeAttemptsLeft how often a one-time code may still be tried that people have got for it; null where they
 *     have none that is good now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApprovalStatusAnswer(
        @JsonProperty("approval_id") String approvalId,
        @JsonProperty("status") ApprovalState status,
        @JsonProperty("expires_at") long expiresMillis,
        @JsonProperty("code_attempts_left") @Nullable Integer codeAttemptsLeft) {}
