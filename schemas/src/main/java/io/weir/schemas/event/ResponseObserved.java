package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The response to a tool call was seen.
 *
 * @param eventId UUID
 * @param traceId id of the decision on the call
 * @param traceparent W3C trace context
 * @param timeMillis event time
 * @param principal who acts
 * @param call the call that was answered
 * @param responseStatus HTTP status of the answer
 * @param bodyBytes size of the answer
 * @param findings sensitive data in the answer
 * @param fingerprint sketch of the answer
 * @param gaps what could not be looked into, a line each
 */
public record ResponseObserved(
        @JsonProperty("event_id") String eventId,
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("traceparent") String traceparent,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("principal") Principal principal,
        @JsonProperty("call") ToolCall call,
        @JsonProperty("response_status") int responseStatus,
        @JsonProperty("body_bytes") long bodyBytes,
        @JsonProperty("findings") List<Finding> findings,
        @JsonProperty("fingerprint") Fingerprint fingerprint,
        @JsonProperty("gaps") List<String> gaps)
        implements SessionEvent {

    /** Copies the lists. */
    public ResponseObserved {
        findings = List.copyOf(findings);
        gaps = List.copyOf(gaps);
    }
}
