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
    private final Charges charges;
    private final RequestBody body;
    private final CallScans calls;
    private final ResponseScans responses;
    private final ScanMeters meters;

    ScanRoutes(
            Access access,
            Charges charges,
            RequestBody body,
            CallScans calls,
            ResponseScans responses,
            ScanMeters meters) {
        this.access = access;
        this.charges = charges;
        this.body = body;
        this.calls = calls;
        this.responses = responses;
        this.meters = meters;
    }

    void scanCall(Context context) {
        Timer.Sample sample = Timer.start();
        try {
            Caller caller = access.require(context, Scope.SCAN);
            charges.limits().take(caller);
            CallRequest request = CallRequest.read(body.read(context));
            charges.keys().use(caller);
            Answers.json(context, calls.scan(caller, request, context::header));
        } finally {
            sample.stop(meters.callDuration());
        }
    }

    /** As {@link #scanCall}, for agents that sign. Nothing is forwarded. */
    void invoke(Context context) {
        Timer.Sample sample = Timer.start();
        try {
            byte[] bytes = body.readBytes(context);
            Caller caller = charges.signatures().require("POST /invoke", context::header, bytes, context.ip());
            charges.limits().take(caller);
            CallRequest request = CallRequest.read(body.parse(bytes));
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
