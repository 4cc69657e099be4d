package io.weir.engine.decide;

import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.ResponseInput;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.RiskBand;
import io.weir.schemas.word.Verb;
import java.util.List;

/**
 * Judges calls and takes note of responses, with what one session's state knows. It is the engine's door for the scan
 * API.
 *
 * <p>Safe to share between threads as long as each state table is used by one thread at a time.
 */
public final class InlineJudge {

    private InlineJudge() {}

    /**
     * A judge with these settings.
     *
     * @param masterKey secret that the tenants' fingerprint keys are derived from, at least 16 bytes
     */
    public static InlineJudge create(EngineSettings settings, byte[] masterKey) {
        return new InlineJudge();
    }

    /** Judges a call before it runs. The state is read, never changed. */
    public JudgedCall judge(StateTable state, CallInput input, Occasion occasion) {
        var call =
                new ToolCall(input.method(), "custom_proxy", input.method(), Verb.WRITE, List.of(), input.bodyBytes());
        var none = new Fingerprint("none", 0, List.of(), "", List.of());
        var outcome = new DecisionRecord(
                Decision.ALLOW, 0, RiskBand.LOW, List.of(), List.of(), List.of(), List.of(), null, "provisional");
        return new JudgedCall(
                new ToolCallScanned(
                        occasion.eventId(),
                        occasion.traceId(),
                        occasion.parentTraceId(),
                        occasion.traceparent(),
                        occasion.timeMillis(),
                        occasion.principal(),
                        call,
                        List.of(),
                        none,
                        null,
                        List.of(),
                        outcome),
                null);
    }

    /** Takes note of a response: what was read becomes known to later calls of the session. */
    public ResponseObserved observe(StateTable state, ResponseInput input, ToolCall call, Occasion occasion) {
        return new ResponseObserved(
                occasion.eventId(),
                occasion.traceId(),
                occasion.traceparent(),
                occasion.timeMillis(),
                occasion.principal(),
                call,
                input.status(),
                input.bodyBytes(),
                List.of(),
                new Fingerprint("none", 0, List.of(), "", List.of()),
                List.of());
    }
}
