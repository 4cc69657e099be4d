package io.weir.engine.pattern;

import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ToolCallScanned;

/** The same calls with bodies of other sizes. */
final class Sizes {

    private Sizes() {}

    static ToolCallScanned of(SessionEvent event, long bodyBytes) {
        ToolCallScanned scanned = (ToolCallScanned) event;
        ToolCall call = scanned.call();
        return new ToolCallScanned(
                scanned.eventId(),
                scanned.traceId(),
                scanned.parentTraceId(),
                scanned.traceparent(),
                scanned.timeMillis(),
                scanned.principal(),
                new ToolCall(call.method(), call.tool(), call.operation(), call.verb(), call.destinations(), bodyBytes),
                scanned.findings(),
                scanned.fingerprint(),
                scanned.request(),
                scanned.gaps(),
                scanned.outcome());
    }
}
