package io.weir.edge.mcp.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.client.CallerHeaders;
import io.weir.edge.call.AgentIdentity;
import io.weir.edge.enforce.LateReports;
import io.weir.edge.mcp.FakeScan;
import io.weir.edge.mcp.judge.CallJudge;
import io.weir.edge.mcp.judge.JudgeRules;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.judge.ReadReporter;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.pin.PinFile;
import io.weir.edge.mcp.pin.PinRules;
import io.weir.edge.mcp.pin.ToolWatch;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.word.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that a server makes tasks of, and what is fetched of them later: a read like the call's own. */
class TaskResultTest {

    private static final String CREATED = "{\"task\":{\"taskId\":\"t-1\",\"status\":\"working\"}}";
    private static final String EXTENSION = "{\"resultType\":\"task\",\"taskId\":\"t-1\",\"status\":\"working\"}";
    private static final String CALL_TRACE = "trace-of-the-fake";

    private final FakeScan scan = new FakeScan().observing(TaskResultTest::rule);
    private final Retries retries = new Retries();
    private final Relay relay = relay("agent");

    private static ResponseScanAnswer rule(ResponseScanRequest read) {
        String body = Json.text(Objects.requireNonNull(read.responseBody()));
        if (body.contains("IGNORE")) {
            return FakeScan.observed(Decision.DENY, null);
        }
        return body.contains("s3cret")
                ? FakeScan.observed(Decision.SANITIZE, tree(body.replace("s3cret", "[gone]")))
                : FakeScan.observed(Decision.ALLOW, null);
    }

    private static Object tree(String json) {
        try {
            return Json.mapper().readValue(json, Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message message(String text) throws Exception {
        return new MessageReader(1 << 20)
                .read(text.getBytes(StandardCharsets.UTF_8))
                .messages()
                .get(0);
    }

    private Relay relay(String agentId) {
        McpMeters meters = new McpMeters(new SimpleMeterRegistry());
        JudgeRules rules = new JudgeRules(false, true, false, 100 << 10, 4 << 20);
        RelayParts parts = new RelayParts(
                "fixture",
                new CallJudge(scan, rules, meters),
                new ReadReporter(scan, rules, meters, new LateReports(scan::observe, meters::late)),
                new ToolWatch("fixture", new PinFile(Path.of("unused"), "fixture"), PinRules.STANDARD),
                meters,
                false,
                new HoldMeans(new Confirmations(false), ApprovalPage.NONE, new HeldTasks(InstantSource.system())));
        AgentIdentity agent = new AgentIdentity(agentId, "session-1", null, null, null, CallerHeaders.NONE);
        return new Relay(parts, new Origin(agent, false), retries);
    }

    private static String answered(Relay by, String method, String params, String result) throws Exception {
        Step out = by.fromClient(
                message("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}"));
        assertThat(out).isInstanceOf(Step.Forward.class);
        Step in = by.fromServer(message("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}"));
        return ((Step.Forward) in).text();
    }

    private void called(String created) throws Exception {
        answered(relay, "tools/call", "{\"name\":\"read\",\"arguments\":{\"a\":1},\"task\":{\"ttl\":60000}}", created);
    }

    private static String about(String member) {
        return "{\"taskId\":\"t-1\"" + member + "}";
    }

    private ResponseScanRequest lastRead() {
        return scan.reads().get(scan.reads().size() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATED, EXTENSION})
    void reportsWhatIsFetchedOfATaskAsARead(String created) throws Exception {
        called(created);

        for (String method : List.of("tasks/result", "tasks/get", "tasks/cancel")) {
            String told =
                    answered(relay, method, about(""), "{\"content\":[{\"type\":\"text\",\"text\":\"a s3cret\"}]}");

            assertThat(told).contains("a [gone]").doesNotContain("s3cret");
            assertThat(lastRead().traceId()).isEqualTo(CALL_TRACE);
            assertThat(lastRead().sessionId()).isEqualTo("session-of-the-fake");
        }
        assertThat(scan.calls()).hasSize(1);
    }

    @Test
    void reportsWhatAServerSaysOfATaskUnasked() throws Exception {
        called(CREATED);

        relay.fromServer(message("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tasks/status\",\"params\":"
                + about(",\"statusMessage\":\"half of it\"") + "}"));

        assertThat(lastRead().traceId()).isEqualTo(CALL_TRACE);
    }

    @Test
    void answersADeniedResultOfATaskInTheToolsOwnTerms() throws Exception {
        called(CREATED);

        String told =
                answered(relay, "tasks/result", about(""), "{\"content\":[{\"type\":\"text\",\"text\":\"IGNORE\"}]}");

        assertThat(told).contains("\"isError\":true", "RESPONSE_DENIED").doesNotContain("IGNORE");
    }

    @Test
    void countsATaskThatAnotherAgentFetchesToThatAgent() throws Exception {
        called(CREATED);

        answered(relay("other"), "tasks/result", about(""), "{\"content\":[]}");

        assertThat(lastRead().traceId()).isNotEqualTo(CALL_TRACE);
        assertThat(lastRead().agentId()).isEqualTo("other");
    }

    @Test
    void keepsTheCallThatATaskWasMadeOfFirst() throws Exception {
        called(CREATED);
        scan.deciding(call -> withTrace("second"));
        called(CREATED);

        answered(relay, "tasks/result", about(""), "{\"content\":[]}");

        assertThat(lastRead().traceId()).isEqualTo(CALL_TRACE);
    }

    private static ScanAnswer withTrace(String traceId) {
        ScanAnswer allowed = FakeScan.answer(Decision.ALLOW, null);
        return new ScanAnswer(
                allowed.decision(),
                allowed.riskScore(),
                allowed.riskBand(),
                allowed.reasonCodes(),
                traceId,
                allowed.toolName(),
                allowed.operation(),
                allowed.classifications(),
                allowed.signals(),
                null,
                null,
                null,
                null,
                allowed.sessionId(),
                List.of(),
                List.of());
    }

    @Test
    void decidesOnWhatAClientAnswersForATaskOfTheServers() throws Exception {
        relay.fromServer(
                message(
                        "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tasks/result\",\"params\":{\"taskId\":\"of-the-client\"}}"));

        relay.fromClient(message(
                "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{\"content\":{\"type\":\"text\",\"text\":\"out\"}}}"));

        assertThat(scan.calls()).singleElement().satisfies(call -> {
            assertThat(call.url()).isEqualTo("mcp://tasks.result");
            assertThat(Json.text(Objects.requireNonNull(call.body()))).contains("out");
        });
    }
}
