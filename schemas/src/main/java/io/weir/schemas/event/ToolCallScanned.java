package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tool call was judged. It holds every input of the judgement, so the judgement can be replayed from it.
 *
 * @param eventId UUID
 * @param traceId id of the decision, given to the caller
 * @param parentTraceId the call that led to this one, if the caller says so
 * @param traceparent W3C trace context
 * @param timeMillis event time
 * @param principal who acts
 * @param call what is called
 * @param findings sensitive data in the call
 * @param fingerprint sketch of the call
 * @param request the user's request that the caller gave as context, or null
 * @param gaps what could not be looked into, a line each
 * @param outcome the decision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ToolCallScanned(
        @JsonProperty("event_id") String eventId,
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("parent_trace_id") @Nullable String parentTraceId,
        @JsonProperty("traceparent") String traceparent,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("principal") Principal principal,
        @JsonProperty("call") ToolCall call,
        @JsonProperty("findings") List<Finding> findings,
        @JsonProperty("fingerprint") Fingerprint fingerprint,
        @JsonProperty("request") @Nullable UserRequest request,
        @JsonProperty("gaps") List<String> gaps,
        @JsonProperty("outcome") DecisionRecord outcome)
        implements SessionEvent {

    /** Copies the lists. */
    public ToolCallScanned {
        findings = List.copyOf(findings);
        gaps = List.copyOf(gaps);
    }

    /** The same call with other sketches of it and of the request. */
    public ToolCallScanned with(Fingerprint sketch, @Nullable UserRequest otherRequest) {
        return new ToolCallScanned(
                eventId,
                traceId,
                parentTraceId,
                traceparent,
                timeMillis,
                principal,
                call,
                findings,
                sketch,
                otherRequest,
                gaps,
                outcome);
    }
}
