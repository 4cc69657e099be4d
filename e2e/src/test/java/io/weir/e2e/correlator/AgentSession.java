package io.weir.e2e.correlator;

import io.weir.engine.decide.InlineJudge;
import io.weir.engine.decide.Occasion;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.ResponseInput;
import io.weir.engine.settings.EngineSettings;
import io.weir.engine.state.MemoryStateTable;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.SessionProvenance;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent in a session, whose calls and responses are judged by the real engine. */
final class AgentSession {

    private static final InlineJudge JUDGE =
            InlineJudge.create(EngineSettings.DEFAULT, "a key that only tests use".getBytes(StandardCharsets.UTF_8));
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Principal principal;

    AgentSession(String session) {
        this.principal =
                new Principal("acme", "test", "agent-1", null, null, session, SessionProvenance.EXPLICIT, null);
    }

    /** The agent fetches a page and gets this text. */
    ResponseObserved read(String url, String text) {
        ToolCallScanned call = call("GET", url, null);
        ResponseInput response = new ResponseInput(Map.of("text", text), text.length(), 200);
        return JUDGE.observe(new MemoryStateTable(), response, call.call(), occasion(call.traceId()));
    }

    /**
     * The agent posts this text. It is judged as by a node that saw nothing else of the session, so only the correlator
     * can link it.
     */
    ToolCallScanned write(String url, String text) {
        return call("POST", url, Map.of("text", text));
    }

    private ToolCallScanned call(String method, String url, @Nullable Object body) {
        CallInput input = new CallInput(method, url, Map.of(), body, 0, null);
        return JUDGE.judge(
                        new MemoryStateTable(),
                        input,
                        occasion(UUID.randomUUID().toString()))
                .event();
    }

    private Occasion occasion(String traceId) {
        return new Occasion(
                UUID.randomUUID().toString(),
                traceId,
                null,
                TRACEPARENT,
                System.currentTimeMillis(),
                UUID.randomUUID().toString(),
                principal);
    }
}
