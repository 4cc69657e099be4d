package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that happened in a session: a call was judged, or a response was seen. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ToolCallScanned.class, name = "tool_call_scanned"),
    @JsonSubTypes.Type(value = ResponseObserved.class, name = "response_observed")
})
public sealed interface SessionEvent permits ToolCallScanned, ResponseObserved {

    /** Id of this event, a UUID. */
    String eventId();

    /** Id of the decision that this event belongs to, a UUID; a response carries the id of its call. */
    String traceId();

    /** W3C {@code traceparent} of the call. */
    String traceparent();

    /** When it happened, epoch milliseconds, set once by the first of our processes that saw it. */
    long timeMillis();

    /** Who acted. */
    Principal principal();

    /** What was called. */
    ToolCall call();

    /** Sketch of the call's arguments, or of the response. */
    Fingerprint fingerprint();
}
