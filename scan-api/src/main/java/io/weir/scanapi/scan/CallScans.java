package io.weir.scanapi.scan;

import io.weir.engine.decide.InlineJudge;
import io.weir.engine.decide.JudgedCall;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.RequestHeaders;
import io.weir.scanapi.request.CallRequest;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCallScanned;

/** Scans calls before they run. Safe to share between threads. */
public final class CallScans {

    private final InlineJudge judge;
    private final SessionLane lane;
    private final CallTable calls;
    private final Occasions occasions;
    private final ScanMeters meters;

    /** Scans with these parts. */
    public CallScans(InlineJudge judge, SessionLane lane, CallTable calls, Occasions occasions, ScanMeters meters) {
        this.judge = judge;
        this.lane = lane;
        this.calls = calls;
        this.occasions = occasions;
        this.meters = meters;
    }

    /** Judges a call, waits until the decision is stored, and answers with it. */
    public ScanAnswer scan(Caller caller, CallRequest request, RequestHeaders headers) {
        Principal principal = occasions.principal(caller, request, headers);
        String traceparent = occasions.traceparent(headers);
        JudgedCall judged = lane.judge(
                principal.sessionKey(),
                state -> judge.judge(
                        state, request.input(), occasions.ofCall(principal, request.parentTraceId(), traceparent)),
                JudgedCall::event);
        ToolCallScanned event = judged.event();
        calls.remember(event.traceId(), new KnownCall(principal, event.call(), event.traceparent()));
        meters.decided(event.outcome().decision());
        return ScanAnswers.of(judged);
    }
}
