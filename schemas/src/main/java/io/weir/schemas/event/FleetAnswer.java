package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What one bucket knows about a write: where its prints and values were read in other sessions.
 *
 * @param sessionKey session of the write
 * @param traceId decision on the write
 * @param slot where the session keeps the write
 * @param bucket number of the bucket
 * @param parts number of answers to expect
 * @param sources reads of other sessions that share something with it
 */
public record FleetAnswer(
        @JsonProperty("session_key") String sessionKey,
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("slot") int slot,
        @JsonProperty("bucket") int bucket,
        @JsonProperty("parts") int parts,
        @JsonProperty("sources") List<FleetSource> sources) {

    /** Copies the list. */
    public FleetAnswer {
        sources = List.copyOf(sources);
    }
}
