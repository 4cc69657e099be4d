package io.weir.schemas.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DataClass;
import java.util.List;

/**
 * What was found in a response.
 *
 * @param traceId the decision's id
 * @param dataClasses kinds of data found
 * @param fieldsRedactedCount number of leaves that hold data which redaction would replace
 * @param contentFingerprint digest of the response's sketch, 64 hex digits
 * @param traceKnown whether this node knew the call; where not, the response is counted to the session named in the
 *     request, or to a session of its own
 * @param gaps what could not be looked into
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResponseScanAnswer(
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("data_classes") List<DataClass> dataClasses,
        @JsonProperty("fields_redacted_count") int fieldsRedactedCount,
        @JsonProperty("content_fingerprint") String contentFingerprint,
        @JsonProperty("trace_known") boolean traceKnown,
        @JsonProperty("gaps") List<String> gaps) {}
