package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DataClass;
import java.util.List;

/**
 * The fact that a session carries what a response brought in, in few bytes: where the record of the response stands,
 * and a sample of its hashes by which a write of another session can be suspected.
 *
 * @param tenant nothing is compared across tenants
 * @param sessionKey tenant and session
 * @param eventId id of the response's event
 * @param traceId decision on the call that was answered
 * @param timeMillis event time of the response, epoch milliseconds
 * @param dataClasses kinds of sensitive data in the response, in declaration order
 * @param partition partition of the topic of calls that holds the response's event
 * @param offset its offset there
 * @param sample hashes of values and shingles, 5 bytes each, base64; empty where nothing sensitive was read
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Taint(
        @JsonProperty("tenant") String tenant,
        @JsonProperty("session_key") String sessionKey,
        @JsonProperty("event_id") String eventId,
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("data_classes") List<DataClass> dataClasses,
        @JsonProperty("partition") int partition,
        @JsonProperty("offset") long offset,
        @JsonProperty("sample") String sample) {

    /** Copies the list. */
    public Taint {
        dataClasses = List.copyOf(dataClasses);
    }

    /** The record key: a response that is reported twice counts once. */
    public String key() {
        return sessionKey + "|" + traceId;
    }

    /** How much it would hurt to forget it: the rank of its most sensitive class, 0 for none. */
    public int sensitivity() {
        return dataClasses.isEmpty()
                ? 0
                : dataClasses.get(dataClasses.size() - 1).ordinal() + 1;
    }
}
