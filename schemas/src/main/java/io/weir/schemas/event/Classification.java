package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * A person says afterwards that content, or a source, is sensitive; what has gone out before is judged again.
 *
 * @param statementId UUID
 * @param tenant whose data it is
 * @param timeMillis when it was said
 * @param author who says so
 * @param content sketch of the content, or null
 * @param sourceTraceId decision on the call whose response it is, or null; one of the two is given
 * @param dataClass what it is
 * @param canary whether nobody should ever send it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Classification(
        @JsonProperty("statement_id") String statementId,
        @JsonProperty("tenant") String tenant,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("author") String author,
        @JsonProperty("content") @Nullable Fingerprint content,
        @JsonProperty("source_trace_id") @Nullable String sourceTraceId,
        @JsonProperty("data_class") DataClass dataClass,
        @JsonProperty("canary") boolean canary)
        implements Statement {

    /** Refuses a scope without an end. */
    public Classification {
        if (content == null && sourceTraceId == null) {
            throw new IllegalArgumentException(
                    "a classification of everything is refused; name the content or the source");
        }
    }
}
