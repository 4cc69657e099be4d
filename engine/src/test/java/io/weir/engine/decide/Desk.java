package io.weir.engine.decide;

import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.ResponseInput;
import io.weir.engine.settings.EngineSettings;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.SessionProvenance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One agent's session at the judge: calls go in and responses come back, each a second after the one before. */
public final class Desk {

    /** The operator of these tests. */
    public static final EngineSettings SETTINGS = new EngineSettings(
            List.of("localhost", "::1", "weir.test", ".corp.test", "files.test:8443"), List.of("partner.test"));

    private static final InlineJudge JUDGE = InlineJudge.create(SETTINGS, key());

    private final StateTable state;
    private final String tenant;
    private final String session;
    private final String agentId;
    private final Map<String, String> headers;
    private int count;

    private Desk(StateTable state, String tenant, String session, String agentId, Map<String, String> headers) {
        this.state = state;
        this.tenant = tenant;
        this.session = session;
        this.agentId = agentId;
        this.headers = headers;
    }

    /** A session with memory of its own. */
    public static Desk fresh() {
        return at(new MemoryStateTable(), "acme", "s1");
    }

    /** A session of a tenant that keeps its memory in this table. */
    public static Desk at(StateTable state, String tenant, String session) {
        return new Desk(state, tenant, session, "agent-1", Map.of());
    }

    /** Another agent's session, whose tools are those of one MCP server. Times go on from where they are. */
    public static Desk ofServer(String session, String agentId, String server, int secondsPassed) {
        Desk desk = new Desk(new MemoryStateTable(), "acme", session, agentId, Map.of("X-Weir-Server", server));
        desk.count = secondsPassed;
        return desk;
    }

    /** A response to a tool arrives. */
    public ResponseObserved reads(String tool, Object body) {
        Occasion occasion = next();
        ToolCallScanned call = JUDGE.judge(new MemoryStateTable(), input(tool, Map.of(), null), occasion)
                .event();
        return JUDGE.observe(state, new ResponseInput(body, 100, 200), call.call(), occasion);
    }

    /** The response to this very call arrives. */
    public ResponseObserved answers(JudgedCall call, Object body) {
        Occasion occasion = occasion(call.event().traceId());
        return JUDGE.observe(
                state, new ResponseInput(body, 100, 200), call.event().call(), occasion);
    }

    /** The agent calls a tool, and nobody says what the user asked for. */
    public JudgedCall calls(String tool, Object body) {
        return calls(tool, body, null);
    }

    /** The agent calls a tool; {@code request} is what the user asked for. */
    public JudgedCall calls(String tool, Object body, @Nullable String request) {
        return JUDGE.judge(state, input(tool, body, request), next());
    }

    /** The agent makes an HTTP call. */
    public JudgedCall sends(String method, String url, Object body, @Nullable String request) {
        return JUDGE.judge(state, new CallInput(method, url, Map.of(), body, 100, request), next());
    }

    private CallInput input(String tool, Object body, @Nullable String request) {
        return new CallInput("POST", "mcp://" + tool, headers, body, 100, request);
    }

    private Occasion next() {
        return occasion(null);
    }

    private Occasion occasion(@Nullable String traceId) {
        count++;
        return new Occasion(
                id("event"),
                traceId == null ? id("trace") : traceId,
                null,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                1_795_219_200_000L + count * 1000L,
                id("approval"),
                new Principal(tenant, "test", agentId, null, null, session, SessionProvenance.EXPLICIT, null));
    }

    private String id(String kind) {
        return UUID.nameUUIDFromBytes((tenant + session + kind + count).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static byte[] key() {
        return "sixteen bytes or more".getBytes(StandardCharsets.US_ASCII);
    }
}
