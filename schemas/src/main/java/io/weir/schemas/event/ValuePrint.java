package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.InstructionTone;
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
 * @param tone how the text around it orders something of the reader, or null where it only names the value
 */
public record ValuePrint(
        @JsonProperty("kind") ValueKind kind,
        @JsonProperty("hash") String hash,
        @JsonProperty("leaf") int leaf,
        @JsonProperty("start") int start,
        @JsonProperty("end") int end,

        @JsonProperty("tone") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        InstructionTone tone) {}
