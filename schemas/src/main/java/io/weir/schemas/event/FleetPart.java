package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DataClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bucket's share of what was read or is written: the prints and values whose hashes fall into that bucket, so that
 * reads and writes of different sessions meet. An event gives as many parts as there are buckets at most.
 *
 * @param write whether it is written; otherwise it was read
 * @param tenant nothing is compared across tenants
 * @param bucket number of the bucket, from 0
 * @param parts number of parts of this event
 * @param slot where the session of a write keeps it until it is answered
 * @param eventId id of the event
 * @param traceId id of the decision
 * @param sessionKey tenant and session
 * @param agentId who acts
 * @param tool the tool
 * @param timeMillis event time
 * @param place record of the event, or null where it was judged without one
 * @param dataClasses kinds of sensitive data in it
 * @param addresses addresses of the leaves
 * @param prints the packed prints of the bucket
 * @param values the values of the bucket
 */
public record FleetPart(
        @JsonProperty("write") boolean write,
        @JsonProperty("tenant") String tenant,
        @JsonProperty("bucket") int bucket,
        @JsonProperty("parts") int parts,
        @JsonProperty("slot") int slot,
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
        @JsonProperty("prints") String prints,
        @JsonProperty("values") List<ValuePrint> values) {

    /** Copies the lists. */
    public FleetPart {
        dataClasses = List.copyOf(dataClasses);
        addresses = List.copyOf(addresses);
        values = List.copyOf(values);
    }

    /** The key of everything that belongs to this bucket. */
    public String bucketKey() {
        return tenant + "|" + bucket;
    }
}
