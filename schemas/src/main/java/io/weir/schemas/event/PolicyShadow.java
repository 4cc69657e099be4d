package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Decision;

/**
 * What candidate policies, which decide nothing yet, would have made of a call.
 *
 * @param decision what would have been decided
 * @param policies what the candidate policies said
 */
public record PolicyShadow(
        @JsonProperty("decision") Decision decision,
        @JsonProperty("policies") PolicyOutcome policies) {}
