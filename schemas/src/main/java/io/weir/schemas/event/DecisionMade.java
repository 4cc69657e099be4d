package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The lasting record of one decision: {@link ToolCallScanned} without its sketches, so that it may be kept longer.
 *
 * @param eventId id of the event that it was made from
 * @param traceId id of the decision
 * @param traceparent W3C trace context
 * @param timeMillis event time
 * @param principal who acts
 * @param call what was called
 * @param outcome the decision
 */
public record DecisionMade(
        @JsonProperty("event_id") String eventId,
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("traceparent") String traceparent,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("principal") Principal principal,
        @JsonProperty("call") ToolCall call,
        @JsonProperty("outcome") DecisionRecord outcome) {

    /** The lasting part of an event. */
    public static DecisionMade of(ToolCallScanned event) {
        return new DecisionMade(
                event.eventId(),
                event.traceId(),
                event.traceparent(),
                event.timeMillis(),
                event.principal(),
                event.call(),
                event.outcome());
    }
}
