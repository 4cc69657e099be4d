package io.weir.platform.health;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How well one part works, and why.
 *
 * @param state the state
 * @param reason one line for operators; empty where there is nothing to say
 */
public record Health(
        @JsonProperty("state") HealthState state,
        @JsonProperty("reason") String reason) {

    /** The part works. */
    public static final Health UP = new Health(HealthState.UP, "");

    /** The part works with less than it should have. */
    public static Health degraded(String reason) {
        return new Health(HealthState.DEGRADED, reason);
    }

    /** The part does not work. */
    public static Health down(String reason) {
        return new Health(HealthState.DOWN, reason);
    }
}
