package io.weir.testkit.event;

import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCallScanned;

/** The same events at other times. */
public final class Times {

    private Times() {}

    /** A call at another time. */
    public static ToolCallScanned at(ToolCallScanned call, long timeMillis) {
        return new ToolCallScanned(
                call.eventId(),
                call.traceId(),
                call.parentTraceId(),
                call.traceparent(),
                timeMillis,
                call.principal(),
                call.call(),
                call.findings(),
                call.fingerprint(),
                call.request(),
                call.gaps(),
                call.outcome());
    }

    /** A response at another time. */
    public static ResponseObserved at(ResponseObserved read, long timeMillis) {
        return new ResponseObserved(
                read.eventId(),
                read.traceId(),
                read.traceparent(),
                timeMillis,
                read.principal(),
                read.call(),
                read.responseStatus(),
                read.bodyBytes(),
                read.findings(),
                read.fingerprint(),
                read.gaps());
    }
}
