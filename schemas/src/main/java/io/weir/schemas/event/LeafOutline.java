package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.LeafRole;
import org.jspecify.annotations.Nullable;

/**
 * One addressed text of a payload, without the text.
 *
 * @param address JSON pointer
 * @param length UTF-16 units
 * @param role content or destination
 * @param shape the text with each letter and digit masked, from its first unit; absent where the budget ran out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeafOutline(
        @JsonProperty("address") String address,
        @JsonProperty("length") int length,
        @JsonProperty("role") LeafRole role,
        @JsonProperty("shape") @Nullable String shape) {}
