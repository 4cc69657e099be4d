package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * One place of a write that stands in a read of another session.
 *
 * @param valueKind kind of the short value, null for a shingle
 * @param sourceLeaf leaf of the read
 * @param sourceStart first unit there
 * @param sourceEnd one past the last unit there
 * @param sinkLeaf leaf of the write
 * @param sinkStart first unit there
 * @param sinkEnd one past the last unit there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FleetHit(
        @JsonProperty("value_kind") @Nullable ValueKind valueKind,
        @JsonProperty("source_leaf") int sourceLeaf,
        @JsonProperty("source_start") int sourceStart,
        @JsonProperty("source_end") int sourceEnd,
        @JsonProperty("sink_leaf") int sinkLeaf,
        @JsonProperty("sink_start") int sinkStart,
        @JsonProperty("sink_end") int sinkEnd) {}
