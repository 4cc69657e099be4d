package io.weir.engine.policy;

import io.weir.engine.decide.InlineJudge;
import io.weir.engine.decide.JudgedCall;
import io.weir.engine.decide.Occasion;
import io.weir.engine.decide.RiskSources;
import io.weir.engine.detect.Detector;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.ResponseInput;
import io.weir.engine.policy.file.PolicyFiles;
import io.weir.engine.policy.foreign.ForeignMode;
import io.weir.engine.settings.EngineSettings;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.PolicyMatch;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.Principal;
import io.weir.schemas.word.SessionProvenance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session at a judge with policies: calls go in and responses come back, each a second after the one before. */
public final class PolicyDesk {

    private static final byte[] KEY = "sixteen bytes or more".getBytes(StandardCharsets.US_ASCII);
    private static final EngineSettings SETTINGS =
            new EngineSettings(List.of("localhost", "weir.test"), List.of("partner.test"));

    private final InlineJudge judge;
    private StateTable state = new MemoryStateTable();
    private long timeMillis = 1_795_219_200_000L;
    private int count;
    private String environment = "production";
    private String agent = "agent-1";
    private Map<String, String> headers = Map.of();
    private @Nullable String request;

    private PolicyDesk(ActivePolicies policies) {
        this.judge = InlineJudge.create(
                SETTINGS, KEY, (tenant, time) -> Detector.standard(), tenant -> policies, RiskSources.NONE);
    }

    /** A desk with the policies of these files. */
    public static PolicyDesk of(String... files) {
        return of(new ActivePolicies(set(files), null));
    }

    static PolicyDesk of(ActivePolicies policies) {
        return new PolicyDesk(policies);
    }

    /** The policies of files of any format, in one set. */
    public static PolicySet set(String... files) {
        return new PolicySet(
                List.of(files).stream()
                        .flatMap(text -> PolicyFiles.read("policy.yaml", text, ForeignMode.COMPAT).policies().stream())
                        .toList(),
                Precedence.STRICTEST);
    }

    /** A desk with policies. */
    public static PolicyDesk with(List<Policy> policies) {
        return of(new ActivePolicies(new PolicySet(policies, Precedence.STRICTEST), null));
    }

    PolicyDesk in(String name) {
        environment = name;
        return this;
    }

    PolicyDesk as(String name) {
        agent = name;
        return this;
    }

    /** The edge names these in the headers of the calls that follow. */
    public PolicyDesk withHeaders(Map<String, String> sent) {
        headers = sent;
        return this;
    }

    PolicyDesk asked(String text) {
        request = text;
        return this;
    }

    PolicyDesk after(long minutes) {
        timeMillis += minutes * 60_000;
        return this;
    }

    /** The process ends, and another one goes on with the same table. */
    public PolicyDesk on(StateTable table) {
        state = table;
        return this;
    }

    /** The session's table. */
    public StateTable state() {
        return state;
    }

    /** A call of a tool. */
    public JudgedCall calls(String tool, Object body) {
        return sends("POST", "mcp://" + tool, body);
    }

    /** A call by HTTP. */
    public JudgedCall sends(String method, String url, Object body) {
        return judge.judge(state, new CallInput(method, url, headers, body, 100, request), next());
    }

    /** A tool is called, and answers. */
    public void reads(String tool, Object body) {
        JudgedCall call = calls(tool, Map.of());
        judge.observe(state, new ResponseInput(body, 100, 200), call.event().call(), next());
    }

    /** Ids of the rules that matched, those that count first. */
    public static List<String> rules(JudgedCall call) {
        PolicyOutcome outcome = call.event().outcome().policies();
        return outcome == null
                ? List.of()
                : outcome.matches().stream().map(PolicyMatch::ruleId).toList();
    }

    private Occasion next() {
        count++;
        timeMillis += 1_000;
        return new Occasion(
                id("event"),
                id("trace"),
                null,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                timeMillis,
                id("approval"),
                new Principal("acme", environment, agent, null, "langchain", "s1", SessionProvenance.EXPLICIT, null));
    }

    private String id(String kind) {
        return UUID.nameUUIDFromBytes((kind + count).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
