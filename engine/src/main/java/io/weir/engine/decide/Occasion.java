package io.weir.engine.decide;

import io.weir.engine.approval.Ruling;
import io.weir.engine.opinion.Opinion;
import io.weir.engine.trust.Regard;
import io.weir.schemas.event.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an event that the engine cannot know by itself: who, when, and the ids to use. The engine has no
 * clock and no randomness, so they come in here.
 *
 * @param eventId id for the event, a UUID
 * @param traceId id for the decision, a UUID
 * @param parentTraceId the call that led to this one, or null
 * @param traceparent W3C trace context
 * @param timeMillis event time, epoch milliseconds
 * @param approvalId id to use if the call is held, a UUID
 * @param principal who acts
 * @param ruling what people have said about the same call a moment ago
 * @param regard what is held of whoever acts
 * @param opinion what a language model thinks of the call
 */
public record Occasion(
        String eventId,
        String traceId,
        @Nullable String parentTraceId,
        String traceparent,
        long timeMillis,
        String approvalId,
        Principal principal,
        Ruling ruling,
        Regard regard,
        Opinion opinion) {

    /** An occasion on which nobody has said anything. */
    public Occasion(
            String eventId,
            String traceId,
            @Nullable String parentTraceId,
            String traceparent,
            long timeMillis,
            String approvalId,
            Principal principal) {
        this(
                eventId,
                traceId,
                parentTraceId,
                traceparent,
                timeMillis,
                approvalId,
                principal,
                Ruling.NONE,
                Regard.NONE,
                Opinion.NONE);
    }

    /** The same with an opinion. */
    public Occasion with(Opinion other) {
        return new Occasion(
                eventId, traceId, parentTraceId, traceparent, timeMillis, approvalId, principal, ruling, regard, other);
    }
}
