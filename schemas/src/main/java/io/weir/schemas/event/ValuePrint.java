package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * Keyed hash of one short value and its place.
 *
 * @param kind what the value is
 * @param hash keyed hash of the normalised value, 16 hex digits
 * @param leaf index into {@link Fingerprint#leaves()}
 * @param start first UTF-16 unit in the leaf
 * @param end one past the last unit
 * @param instructed whether the text around it reads like an instruction to the agent; left out where it does not
 */
public record ValuePrint(
        @JsonProperty("kind") ValueKind kind,
        @JsonProperty("hash") String hash,
        @JsonProperty("leaf") int leaf,
        @JsonProperty("start") int start,
        @JsonProperty("end") int end,

        @JsonProperty("instructed") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean instructed) {

    /** Reads a record; one without {@code instructed} holds false. */
    @JsonCreator
    static ValuePrint of(
            @JsonProperty("kind") ValueKind kind,
            @JsonProperty("hash") String hash,
            @JsonProperty("leaf") int leaf,
            @JsonProperty("start") int start,
            @JsonProperty("end") int end,
            @JsonProperty("instructed") @Nullable Boolean instructed) {
        return new ValuePrint(kind, hash, leaf, start, end, Boolean.TRUE.equals(instructed));
    }
}
