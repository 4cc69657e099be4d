package io.weir.launcher.eval.traces;

import io.weir.engine.decide.InlineJudge;
import io.weir.engine.decide.JudgedCall;
import io.weir.engine.decide.Occasion;
import io.weir.engine.payload.CallInput;
import io.weir.engine.state.MemoryStateTable;
import io.weir.launcher.trace.TraceCalls;
import io.weir.launcher.trace.TraceEvent;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.SessionProvenance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One trace on its way through the engine, as the scan API would judge it. */
final class TraceRun {

    private static final String TRACEPARENT = "00-00000000000000000000000000000001-0000000000000001-00";

    private final InlineJudge judge;
    private final @Nullable String context;
    private final @Nullable TraceExplanation explanation;
    private final MemoryStateTable state = new MemoryStateTable();
    private final Map<String, ToolCall> callsById = new HashMap<>();
    private final Flags flags = new Flags();

    TraceRun(InlineJudge judge, @Nullable String context, @Nullable TraceExplanation explanation) {
        this.judge = judge;
        this.context = context;
        this.explanation = explanation;
    }

    void add(TraceEvent event) {
        if (event.isCall()) {
            addCall(event);
        } else {
            addResult(event);
        }
    }

    Flags flags() {
        return flags;
    }

    private void addCall(TraceEvent event) {
        CallInput input = TraceCalls.callInput(event, context);
        JudgedCall judged = judge.judge(state, input, occasion(event));
        callsById.put(event.callId(), judged.event().call());
        judged.event().outcome().links().forEach(link -> flags.add(event.callId(), link));
        if (explanation != null) {
            explanation.add(event, judged.event());
        }
    }

    private void addResult(TraceEvent event) {
        ToolCall call = callsById.get(event.callId());
        if (call != null) {
            judge.observe(state, TraceCalls.responseInput(event), call, occasion(event));
        }
    }

    private static Occasion occasion(TraceEvent event) {
        String name = event.traceId() + "|" + event.seq();
        String eventId =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        Principal principal = new Principal(
                event.tenant(),
                "eval",
                event.agentId(),
                null,
                null,
                event.sessionId(),
                SessionProvenance.EXPLICIT,
                null);
        return new Occasion(
                eventId,
                event.callId(),
                null,
                TRACEPARENT,
                event.ts() == null ? event.seq() : Instant.parse(event.ts()).toEpochMilli(),
                eventId,
                principal);
    }
}
