package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person has said about content. It never holds the content, only its keyed sketch.
 *
 * <p>A statement is published once to each partition of its topic, so that whoever owns a partition of the calls knows
 * it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Declassification.class, name = "declassification"),
    @JsonSubTypes.Type(value = Classification.class, name = "classification")
})
public sealed interface Statement permits Declassification, Classification {

    /** Id of the statement, a UUID; what is said later under the same id takes its place. */
    String statementId();

    /** Whose data it is about. */
    String tenant();

    /** When it was made, or revoked, epoch milliseconds. */
    long timeMillis();

    /** Who says so. */
    String author();

    /** Sketch of the content that it is about, or null where it is about a source. */
    @Nullable
    Fingerprint content();

    /** Decision on the call whose response it is about, or null where it is about content. */
    @Nullable
    String sourceTraceId();
}
