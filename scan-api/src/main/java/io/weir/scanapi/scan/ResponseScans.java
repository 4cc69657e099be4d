package io.weir.scanapi.scan;

import io.weir.engine.decide.InlineJudge;
import io.weir.engine.decide.JudgedResponse;
import io.weir.engine.link.Taints;
import io.weir.messaging.RecordPosition;
import io.weir.messaging.TaintPublisher;
import io.weir.platform.json.Json;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.RequestHeaders;
import io.weir.scanapi.request.ResponseRequest;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Verb;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Takes note of responses. Safe to share between threads. */
public final class ResponseScans {

    /** Stands for a call that this node never saw, or has forgotten. */
    private static final ToolCall CALL_UNKNOWN = new ToolCall("GET", "unknown", "unknown", Verb.READ, List.of(), 0);

    private final InlineJudge judge;
    private final SessionLane lane;
    private final TaintPublisher taints;
    private final CallTable calls;
    private final Occasions occasions;
    private final ScanMeters meters;

    /** Scans with these parts. */
    public ResponseScans(
            InlineJudge judge,
            SessionLane lane,
            TaintPublisher taints,
            CallTable calls,
            Occasions occasions,
            ScanMeters meters) {
        this.judge = judge;
        this.lane = lane;
        this.taints = taints;
        this.calls = calls;
        this.occasions = occasions;
        this.meters = meters;
    }

    /** Takes note of a response, waits until that is stored, tells the other nodes, and answers with what was found. */
    public ResponseScanAnswer scan(Caller caller, ResponseRequest request, RequestHeaders headers) {
        Optional<KnownCall> known = calls.find(request.traceId(), caller.tenant());
        KnownCall call = known.orElseGet(() -> new KnownCall(
                occasions.principal(caller, request, headers), CALL_UNKNOWN, occasions.traceparent(headers)));
        SessionLane.Stored<JudgedResponse> stored = lane.judge(
                call.principal().sessionKey(),
                state -> judge.judge(
                        state,
                        request.input(),
                        call.call(),
                        occasions.ofResponse(request.traceId(), call.principal(), call.traceparent())),
                JudgedResponse::event);
        ResponseObserved event = stored.judged().event();
        RecordPosition position = stored.position();
        Taints.of(event, position.partition(), position.offset()).ifPresent(taints::publish);
        meters.observed(known.isPresent());
        return answer(stored.judged(), known.isPresent());
    }

    private static ResponseScanAnswer answer(JudgedResponse judged, boolean traceKnown) {
        ResponseObserved event = judged.event();
        return new ResponseScanAnswer(
                event.traceId(),
                event.findings().stream()
                        .map(Finding::dataClass)
                        .distinct()
                        .sorted()
                        .toList(),
                (int) event.findings().stream().map(Finding::address).distinct().count(),
                digest(event.fingerprint()),
                traceKnown,
                event.gaps(),
                judged.decision(),
                judged.reasonCodes(),
                judged.sanitizedBody());
    }

    /** SHA-256 of the sketch's record: equal for equal content of one tenant and key epoch. */
    private static String digest(Fingerprint fingerprint) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(Json.bytes(fingerprint)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }
}
