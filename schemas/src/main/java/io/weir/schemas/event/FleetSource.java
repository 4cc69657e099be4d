package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DataClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read of another session that shares something with a write.
 *
 * @param eventId id of the read
 * @param traceId decision on the call that was answered
 * @param sessionKey session that read it
 * @param agentId who read it
 * @param tool tool that was read with
 * @param timeMillis event time of the read
 * @param place record of the event, or null where it was judged without one
 * @param dataClasses kinds of sensitive data in it
 * @param addresses addresses of its leaves
 * @param hits what is shared
 * @param systems systems that were called for it: hashes of hosts, and the MCP server
 */
public record FleetSource(
        @JsonProperty("event_id") String eventId,
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("session_key") String sessionKey,
        @JsonProperty("agent_id") String agentId,
        @JsonProperty("tool") String tool,
        @JsonProperty("time") long timeMillis,

        @JsonProperty("place") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        RecordPlace place,

        @JsonProperty("data_classes") List<DataClass> dataClasses,
        @JsonProperty("addresses") List<String> addresses,
        @JsonProperty("hits") List<FleetHit> hits,
        @JsonProperty("systems") List<String> systems) {

    /** Copies the lists. A record of an earlier version has no systems. */
    public FleetSource {
        dataClasses = List.copyOf(dataClasses);
        addresses = List.copyOf(addresses);
        hits = List.copyOf(hits);
        systems = systems == null ? List.of() : List.copyOf(systems);
    }
}
