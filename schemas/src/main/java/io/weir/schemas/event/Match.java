package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * One piece of content that stands on both sides.
 *
 * @param valueKind the kind of short value, or null for a run of text
 * @param source where it was read
 * @param sink where it is written
 * @param excerpt masked form of the sink's text, at most 96 units; null where the record holds no shape for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Match(
        @JsonProperty("value_kind") @Nullable ValueKind valueKind,
        @JsonProperty("source") Span source,
        @JsonProperty("sink") Span sink,
        @JsonProperty("excerpt") @Nullable String excerpt) {}
