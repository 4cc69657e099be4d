package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.HopKind;
import org.jspecify.annotations.Nullable;

/**
 * One event on the path that led to an alert.
 *
 * @param kind whether content came in or was carried on
 * @param traceId decision on the call
 * @param tool the tool
 * @param agentId who acted, or null where only the session's own record is known
 * @param timeMillis event time
 * @param place the record of the event, or null where it was judged without one
 * @param says what it did there, in words; never content
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Hop(
        @JsonProperty("kind") HopKind kind,
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("tool") String tool,
        @JsonProperty("agent_id") @Nullable String agentId,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("place") @Nullable RecordPlace place,
        @JsonProperty("says") String says) {}
