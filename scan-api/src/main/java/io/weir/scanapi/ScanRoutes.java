package io.weir.scanapi;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Timer;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Answers;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.request.CallRequest;
import io.weir.scanapi.request.ResponseRequest;
import io.weir.scanapi.scan.CallScans;
import io.weir.scanapi.scan.ResponseScans;
import io.weir.scanapi.scan.ScanMeters;
import io.weir.schemas.word.Scope;

/** The routes that judge. */
final class ScanRoutes {

    private final Access access;
    private final RequestBody body;
    private final CallScans calls;
    private final ResponseScans responses;
    private final ScanMeters meters;

    ScanRoutes(Access access, RequestBody body, CallScans calls, ResponseScans responses, ScanMeters meters) {
        this.access = access;
        this.body = body;
        this.calls = calls;
        this.responses = responses;
        this.meters = meters;
    }

    void scanCall(Context context) {
        Timer.Sample sample = Timer.start();
        try {
            Caller caller = access.require(context, Scope.SCAN);
            CallRequest request = CallRequest.read(body.read(context));
            Answers.json(context, calls.scan(caller, request, context::header));
        } finally {
            sample.stop(meters.callDuration());
        }
    }

    void scanResponse(Context context) {
        Timer.Sample sample = Timer.start();
        try {
            Caller caller = access.require(context, Scope.SCAN);
            ResponseRequest request = ResponseRequest.read(body.read(context));
            Answers.json(context, responses.scan(caller, request, context::header));
        } finally {
            sample.stop(meters.responseDuration());
        }
    }
}
