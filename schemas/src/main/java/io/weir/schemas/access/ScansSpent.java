package io.weir.schemas.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a node has let credentials spend of their rate since it last told.
 *
 * @param node UUID of the process
 * @param timeMillis when it tells, epoch milliseconds
 * @param spent of each credential that it let spend anything
 */
public record ScansSpent(
        @JsonProperty("node") String node,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("spent") List<Spent> spent) {

    /** Copies the list. */
    public ScansSpent {
        spent = List.copyOf(spent);
    }

    /**
     * What one credential has spent.
     *
     * @param tenant whose credential it is
     * @param credential id of the key, or fingerprint of a key that the configuration names
     * @param perMinute calls a minute that it may make
     * @param scans calls that it made
     */
    public record Spent(
            @JsonProperty("tenant") String tenant,
            @JsonProperty("credential") String credential,
            @JsonProperty("per_minute") int perMinute,
            @JsonProperty("scans") int scans) {}
}
