package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a response, and whether the agent should get it.
 *
 * @param traceId the decision's id
 * @param dataClasses kinds of data found
 * @param fieldsRedactedCount number of leaves that hold data which redaction would replace
 * @param contentFingerprint digest of the response's sketch, 64 hex digits
 * @param traceKnown whether this node knew the call; where not, the response is counted to the session named in the
 *     request, or to a session of its own
 * @param gaps what could not be looked into
 * @param decision what an enforcement point that guards responses must do: hand it on, redacted, or not at all
 * @param reasonCodes why
 * @param sanitizedBody redacted body, for SANITIZE
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResponseScanAnswer(
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("data_classes") List<DataClass> dataClasses,
        @JsonProperty("fields_redacted_count") int fieldsRedactedCount,
        @JsonProperty("content_fingerprint") String contentFingerprint,
        @JsonProperty("trace_known") boolean traceKnown,
        @JsonProperty("gaps") List<String> gaps,
        @JsonProperty("decision") Decision decision,
        @JsonProperty("reason_codes") List<ReasonCode> reasonCodes,

        @JsonProperty("sanitized_body") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
        Object sanitizedBody) {

    /** Takes answers of services that decide on no responses. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what is absent
    public ResponseScanAnswer {
        decision = decision == null ? Decision.ALLOW : decision;
        reasonCodes = reasonCodes == null ? List.of() : List.copyOf(reasonCodes);
    }

    /** An answer to a response that nothing speaks against. */
    public ResponseScanAnswer(
            String traceId,
            List<DataClass> dataClasses,
            int fieldsRedactedCount,
            String contentFingerprint,
            boolean traceKnown,
            List<String> gaps) {
        this(
                traceId,
                dataClasses,
                fieldsRedactedCount,
                contentFingerprint,
                traceKnown,
                gaps,
                Decision.ALLOW,
                List.of(),
                null);
    }
}
