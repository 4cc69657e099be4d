package io.weir.scanapi;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Timer;
import io.weir.platform.json.Json;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Answers;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.http.RequestHeaders;
import io.weir.scanapi.repeat.Repeats;
import io.weir.scanapi.request.BatchRequest;
import io.weir.scanapi.request.CallRequest;
import io.weir.scanapi.request.MessageRequest;
import io.weir.scanapi.request.ResponseRequest;
import io.weir.scanapi.scan.CallScans;
import io.weir.scanapi.scan.ResponseScans;
import io.weir.scanapi.scan.ScanMeters;
import io.weir.schemas.api.BatchScanAnswer;
import io.weir.schemas.api.BatchScanResult;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.Scope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The routes that judge. */
final class ScanRoutes {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Access access;
    private final Charges charges;
    private final RequestBody body;
    private final CallScans calls;
    private final ResponseScans responses;
    private final ScanMeters meters;
    private final Repeats repeats;

    ScanRoutes(
            Access access,
            Charges charges,
            RequestBody body,
            CallScans calls,
            ResponseScans responses,
            ScanMeters meters,
            Repeats repeats) {
        this.access = access;
        this.charges = charges;
        this.body = body;
        this.calls = calls;
        this.responses = responses;
        this.meters = meters;
        this.repeats = repeats;
    }

    void scanCall(Context context) {
        Timer.Sample sample = Timer.start();
        try {
            Caller caller = access.require(context, Scope.SCAN);
            answer(context, caller, sent -> worked(judge(caller, sent, context::header)));
        } finally {
            sample.stop(meters.callDuration());
        }
    }

    /** A message of one agent to another. */
    void scanMessage(Context context) {
        Timer.Sample sample = Timer.start();
        try {
            Caller caller = access.require(context, Scope.SCAN);
            answer(context, caller, sent -> {
                charges.limits().take(caller);
                MessageRequest message = MessageRequest.read(sent.get());
                charges.keys().use(caller);
                return worked(calls.scan(caller, message, context::header));
            });
        } finally {
            sample.stop(meters.callDuration());
        }
    }

    /** Several calls, one after the other; each costs what it costs by itself, and is refused by itself. */
    void scanBatch(Context context) {
        Caller caller = access.require(context, Scope.SCAN);
        answer(context, caller, sent -> {
            List<BatchScanResult> results = new ArrayList<>();
            for (Object call : BatchRequest.read(sent.get()).calls()) {
                results.add(result(caller, call, context));
            }
            boolean held = results.stream().anyMatch(result -> isHeld(result.answer()));
            return new Repeats.Worked(Json.text(new BatchScanAnswer(results)), !held);
        });
    }

    private BatchScanResult result(Caller caller, @Nullable Object call, Context context) {
        Timer.Sample sample = Timer.start();
        try {
            return BatchScanResult.of(judge(caller, () -> call, context::header));
        } catch (Refusal refusal) {
            return BatchScanResult.of(refusal.problem(context.path()));
        } finally {
            sample.stop(meters.callDuration());
        }
    }

    private ScanAnswer judge(Caller caller, Supplier<@Nullable Object> call, RequestHeaders headers) {
        charges.limits().take(caller);
        CallRequest request = CallRequest.read(call.get());
        charges.keys().use(caller);
        return calls.scan(caller, request, headers);
    }

    /**
     * Answers a request; one that is sent again with the same key of idempotency is answered as before, and free.
     *
     * @param work gets what reads the body, so that nothing is read of what a limit refuses
     */
    private void answer(Context context, Caller caller, Function<Supplier<@Nullable Object>, Repeats.Worked> work) {
        String key = context.header(IDEMPOTENCY_KEY);
        if (key == null) {
            write(context, work.apply(() -> body.read(context)).body());
            return;
        }
        byte[] sent = body.readBytes(context);
        Repeats.Reply reply = repeats.once(owner(context, caller), key, sent, () -> work.apply(() -> body.parse(sent)));
        if (reply.repeated()) {
            context.header("Idempotency-Replayed", "true");
        }
        write(context, reply.body());
    }

    /** Who asks for what: the same body means something else in another session. */
    private static String owner(Context context, Caller caller) {
        return String.join(
                "|",
                caller.tenant(),
                caller.credential(),
                context.path(),
                String.valueOf(context.header("X-Weir-Session")),
                String.valueOf(context.header("Mcp-Session-Id")));
    }

    private static void write(Context context, String answer) {
        Answers.bytes(context, 200, "application/json", answer.getBytes(StandardCharsets.UTF_8));
    }

    private static Repeats.Worked worked(ScanAnswer answer) {
        return new Repeats.Worked(Json.text(answer), !isHeld(answer));
    }

    private static boolean isHeld(@Nullable ScanAnswer answer) {
        return answer != null && answer.decision() == Decision.REQUIRE_APPROVAL;
    }

    /** As {@link #scanCall}, for agents that sign. Nothing is forwarded. */
    void invoke(Context context) {
        Timer.Sample sample = Timer.start();
        try {
            byte[] bytes = body.readBytes(context);
            Caller caller = charges.signatures()
                    .require("POST /invoke", context::header, bytes, context.ip(), charges.limits()::take);
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
