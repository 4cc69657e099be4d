package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A person lets some content, or all of one source, go to a destination for a purpose and a time.
 *
 * @param statementId UUID
 * @param tenant whose data it is
 * @param timeMillis when it was said last: made, or revoked
 * @param author who says so
 * @param content sketch of the content, or null
 * @param sourceTraceId decision on the call whose response it is, or null; one of the two is given
 * @param destinationHash keyed hash of the destination, or null
 * @param destinationLabel the destination as a person may read it, or null
 * @param audience widest audience that may see it, or null; a destination or an audience is given
 * @param purpose what for, in words
 * @param fromMillis event time from which it holds
 * @param untilMillis event time at which it ends
 * @param revoked whether it was taken back; then it never held
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Declassification(
        @JsonProperty("statement_id") String statementId,
        @JsonProperty("tenant") String tenant,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("author") String author,
        @JsonProperty("content") @Nullable Fingerprint content,
        @JsonProperty("source_trace_id") @Nullable String sourceTraceId,
        @JsonProperty("destination_hash") @Nullable String destinationHash,
        @JsonProperty("destination_label") @Nullable String destinationLabel,
        @JsonProperty("audience") @Nullable Audience audience,
        @JsonProperty("purpose") String purpose,
        @JsonProperty("from") long fromMillis,
        @JsonProperty("until") long untilMillis,
        @JsonProperty("revoked") boolean revoked)
        implements Statement {

    /** Refuses a scope without an end. */
    public Declassification {
        if (content == null && sourceTraceId == null) {
            throw new IllegalArgumentException(
                    "a declassification of everything is refused; name the content or the source");
        }
        if (destinationHash == null && audience == null) {
            throw new IllegalArgumentException(
                    "a declassification for everybody is refused; name a destination or the widest audience");
        }
        if (untilMillis <= fromMillis) {
            throw new IllegalArgumentException("a declassification must end after it begins");
        }
    }

    /** Whether it holds at an event time, the end excluded. */
    public boolean holdsAt(long eventMillis) {
        return !revoked && fromMillis <= eventMillis && eventMillis < untilMillis;
    }

    /** Whether what goes to this destination is within its scope. */
    public boolean covers(Destination destination) {
        return destination.hash().equals(destinationHash)
                || (audience != null && destination.audience().compareTo(audience) <= 0);
    }

    /** The same, taken back. */
    public Declassification revokedBy(String who, long atMillis) {
        return new Declassification(
                statementId,
                tenant,
                atMillis,
                who,
                content,
                sourceTraceId,
                destinationHash,
                destinationLabel,
                audience,
                purpose,
                fromMillis,
                untilMillis,
                true);
    }
}
