package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a step says about a one-time code; never the code itself.
 *
 * @param digest keyed hash of the code and of the one held call that it is for
 * @param terms what holds for a code that is sent; null for one that is tried
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApprovalCode(
        @JsonProperty("digest") String digest,
        @JsonProperty("terms") @Nullable Terms terms) {

    /**
     * How a code may be used. They stand in the step, so that all nodes count alike whatever they are set to.
     *
     * @param attemptsMax wrong tries after which no code of the held call is taken any more
     * @param lockMillis how long the same call gets no code after that
     * @param failuresPerHour wrong tries in an hour after which none of the same key is taken, whatever it is for
     * @param sentPerHour codes that are sent at most in an hour for calls of the same key
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Terms(
            @JsonProperty("attempts_max") int attemptsMax,
            @JsonProperty("lock_millis") long lockMillis,
            @JsonProperty("failures_per_hour") int failuresPerHour,
            @JsonProperty("sent_per_hour") int sentPerHour) {}
}
