package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One risk engine's scored contribution.
 *
 * @param engine name of the engine
 * @param score 0..1 before weighting
 * @param details one line for people
 */
public record Signal(
        @JsonProperty("engine") String engine,
        @JsonProperty("score") double score,
        @JsonProperty("details") String details) {}
