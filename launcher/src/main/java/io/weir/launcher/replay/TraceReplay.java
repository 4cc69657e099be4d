package io.weir.launcher.replay;

import io.weir.engine.decide.InlineJudge;
import io.weir.engine.decide.Occasion;
import io.weir.launcher.trace.OpenCalls;
import io.weir.launcher.trace.TraceCalls;
import io.weir.launcher.trace.TraceEvent;
import io.weir.launcher.trace.UserRequests;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.SessionProvenance;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Judges recorded runs from their raw content. Ids derive from run and position, so equal files give equal reports;
 * nothing of them is kept. For one thread.
 */
final class TraceReplay {

    private static final String TRACEPARENT = "00-00000000000000000000000000000001-0000000000000001-00";

    private final InlineJudge judge;
    private final SessionTables tables;
    private final UserRequests requests;
    private final Map<String, DecisionRecord> before;
    private final ReplayReport report;
    private final OpenCalls<Opened> calls = new OpenCalls<>();

    private record Opened(String traceId, ToolCall call) {}

    /**
     * A replay.
     *
     * @param judge with which it judges
     * @param requests what the user asked for in each run
     * @param before earlier decisions to compare with, by trace id
     */
    TraceReplay(
            InlineJudge judge,
            SessionTables tables,
            UserRequests requests,
            Map<String, DecisionRecord> before,
            ReplayReport report) {
        this.judge = judge;
        this.tables = tables;
        this.requests = requests;
        this.before = before;
        this.report = report;
    }

    /**
     * Applies one event.
     *
     * @param place where its line stands
     * @throws IllegalArgumentException if it is a result without a call
     */
    void accept(String place, TraceEvent event) {
        if (event.isCall()) {
            decide(place, event);
        } else {
            observe(event);
        }
    }

    private void decide(String place, TraceEvent event) {
        Occasion occasion = occasion(event, id(event, "decision"));
        String sessionKey = occasion.principal().sessionKey();
        ToolCallScanned judged = judge.judge(
                        tables.of(sessionKey), TraceCalls.callInput(event, requests.of(event)), occasion)
                .event();
        calls.open(event, new Opened(judged.traceId(), judged.call()));
        report.decided(new ReplayedCall(
                place, sessionKey, judged.traceId(), event.tool(), judged.outcome(), before.get(judged.traceId())));
    }

    private void observe(TraceEvent event) {
        Opened opened = calls.close(event);
        if (opened == null) {
            throw new IllegalArgumentException("a result whose call is not there");
        }
        Occasion occasion = occasion(event, opened.traceId());
        judge.observe(
                tables.of(occasion.principal().sessionKey()), TraceCalls.responseInput(event), opened.call(), occasion);
        report.responded();
    }

    private static Occasion occasion(TraceEvent event, String traceId) {
        Principal principal = new Principal(
                event.tenant(),
                "replay",
                event.agentId(),
                null,
                null,
                event.sessionId(),
                SessionProvenance.EXPLICIT,
                null);
        return new Occasion(
                id(event, "event"),
                traceId,
                null,
                TRACEPARENT,
                timeMillis(event.ts()),
                id(event, "approval"),
                principal);
    }

    private static String id(TraceEvent event, String purpose) {
        String name = event.tenant() + "|" + event.traceId() + "|" + event.seq() + "|" + purpose;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static long timeMillis(@Nullable String time) {
        try {
            return time == null ? 0 : Instant.parse(time).toEpochMilli();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("ts is no time in ISO 8601", e);
        }
    }
}
