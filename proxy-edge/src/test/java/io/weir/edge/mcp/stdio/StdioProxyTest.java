package io.weir.edge.mcp.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.client.CallerHeaders;
import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.FakeScan;
import io.weir.edge.mcp.era.Translated;
import io.weir.edge.mcp.relay.ApprovalPage;
import io.weir.edge.mcp.relay.HoldRules;
import io.weir.edge.mcp.relay.Origin;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.RelayParts;
import io.weir.edge.mcp.relay.Retries;
import io.weir.edge.mcp.relay.TestRelay;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ScanRequest;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.Decision;
import io.weir.testkit.mcp.FixtureStdioMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client on pipes, the proxy, and a server that is a real child process. */
@Timeout(60)
class StdioProxyTest {

    private static final int MESSAGE_BYTES_MAX = 1 << 20;

    @TempDir
    private Path folder;

    private final FakeScan scan = new FakeScan();
    private ApprovalPage page = ApprovalPage.NONE;
    // Pipes of the system: those of java.io break when a thread ends that has written to them.
    private final Pipe toServer = pipe();
    private final Pipe toClient = pipe();
    private final OutputStream toProxy = Channels.newOutputStream(toServer.sink());
    private final BufferedReader answers = new BufferedReader(
            new InputStreamReader(Channels.newInputStream(toClient.source()), StandardCharsets.UTF_8));
    private @Nullable StdioProxy proxy;
    private CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    @AfterEach
    void endServer() {
        if (proxy != null) {
            proxy.close();
        }
    }

    @Test
    void passesMessagesBothWaysAsTheyAre() throws Exception {
        start("");
        send("{ \"jsonrpc\":\"2.0\", \"id\":\"a\", \"method\":\"tools/call\",\"params\":"
                + "{\"name\":\"echo\",\"arguments\":{\"text\":\"hi\",\"number\":1.50e0}}}");

        JsonNode answer = answer();

        assertThat(answer.path("id").asText()).isEqualTo("a");
        assertThat(answer.path("result").path("content").path(0).path("text").asText())
                .contains("\"text\":\"hi\"");
        ScanRequest call = scan.calls().get(0);
        assertThat(call.url()).isEqualTo("mcp://echo");
        assertThat(call.headers()).containsEntry("X-Weir-Server", "fixture");
        assertThat(call.sessionId()).isEqualTo("session-of-the-test");
        assertThat(scan.reads()).singleElement().satisfies(read -> {
            assertThat(read.traceId()).isEqualTo("trace-of-the-fake");
            assertThat(Json.text(Objects.requireNonNull(read.responseBody()))).contains("hi");
        });
    }

    @Test
    void answersADeniedCallInTheToolsOwnTerms() throws Exception {
        scan.deciding(Decision.DENY);
        start("");
        send(call(1, "echo", "{\"text\":\"secret\"}"));

        JsonNode result = answer().path("result");

        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.path("_meta")
                        .path("io.weir/decision")
                        .path("decision")
                        .asText())
                .isEqualTo("DENY");
        assertThat(result.path("content").path(0).path("text").asText()).contains("READ_WRITE_LINK");
        assertThat(scan.reads()).isEmpty();
    }

    @Test
    void sendsRedactedArgumentsInPlaceOfTheClients() throws Exception {
        scan.deciding(call -> FakeScan.answer(Decision.SANITIZE, Map.of("text", "[gone]")));
        start("");
        send(call(1, "echo", "{\"text\":\"secret\"}"));

        assertThat(answer().toString()).contains("[gone]").doesNotContain("secret");
    }

    @Test
    void isClosedWhileTheScanApiIsAwayAndOpensAgainWithIt() throws Exception {
        start("");
        scan.unreachable(true);
        send(call(1, "echo", "{}"));
        assertThat(answer().toString()).contains("SCAN_UNAVAILABLE");
        scan.unreachable(false);
        send(call(2, "echo", "{}"));
        assertThat(answer().path("result").path("isError").asBoolean()).isFalse();
    }

    @Test
    void withholdsAnAnswerThatCannotBeReported() throws Exception {
        scan.deciding(call -> {
            scan.unreachable(true);
            return FakeScan.answer(Decision.ALLOW, null);
        });
        start("");
        send(call(1, "echo", "{\"text\":\"the content\"}"));

        assertThat(answer().toString()).contains("held back").doesNotContain("the content");
    }

    @Test
    void holdsACallUntilAPersonHasDecidedAndShowsThatItIsAlive() throws Exception {
        scan.deciding(Decision.REQUIRE_APPROVAL);
        start("");
        send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\",\"arguments\":"
                + "{\"text\":\"later\"},\"_meta\":{\"progressToken\":\"p\"}}}");
        JsonNode progress = answer();
        assertThat(progress.path("method").asText()).isEqualTo("notifications/progress");
        assertThat(progress.path("params").path("progressToken").asText()).isEqualTo("p");
        send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}");
        assertThat(answer().path("id").asInt()).isEqualTo(2);

        scan.deciding(Decision.ALLOW).approval(ApprovalState.APPROVED);

        assertThat(answer().toString()).contains("later");
    }

    @Test
    void asksAClientThatShowsLinksToShowWherePeopleDecide() throws Exception {
        // Given
        page = new ApprovalPage("https://desk.example/held/{approval_id}");
        start("");
        send(
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":{\"elicitation\":{\"url\":{}}},\"clientInfo\":{\"name\":\"c\",\"version\":\"1\"}}}");
        answer();
        scan.deciding(Decision.REQUIRE_APPROVAL);

        // When
        send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\",\"arguments\":"
                + "{\"text\":\"later\"},\"_meta\":{\"progressToken\":\"p\"}}}");
        JsonNode request = answer();

        // Then: it is shown, and the client's yes is not a person's
        assertThat(request.path("method").asText()).isEqualTo("elicitation/create");
        assertThat(request.at("/params/mode").asText()).isEqualTo("url");
        assertThat(request.at("/params/url").asText()).isEqualTo("https://desk.example/held/" + FakeScan.APPROVAL_ID);
        assertThat(answer().path("method").asText()).isEqualTo("notifications/progress");
        send("{\"jsonrpc\":\"2.0\",\"id\":" + request.path("id") + ",\"result\":{\"action\":\"accept\"}}");
        send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}");
        assertThat(answer().path("id").asInt()).isEqualTo(2);

        // When
        scan.deciding(Decision.ALLOW).approval(ApprovalState.APPROVED);

        // Then
        List<String> last = List.of(answer().toString(), answer().toString());
        assertThat(last).anyMatch(text -> text.contains("notifications/elicitation/complete"));
        assertThat(last).anyMatch(text -> text.contains("later"));
    }

    @Test
    void answersWithTheApprovalWhenNobodyDecidesInTime() throws Exception {
        scan.deciding(Decision.REQUIRE_APPROVAL);
        start("");
        send(call(1, "echo", "{}"));

        assertThat(answer().path("result")
                        .path("_meta")
                        .path("io.weir/decision")
                        .path("approval_id")
                        .asText())
                .isEqualTo(FakeScan.APPROVAL_ID);
    }

    @Test
    void letsAHeldCallGoWhenTheClientCancelsIt() throws Exception {
        scan.deciding(Decision.REQUIRE_APPROVAL);
        start("");
        send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\",\"_meta\":"
                + "{\"progressToken\":1}}}");
        answer();
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
        scan.deciding(Decision.ALLOW).approval(ApprovalState.APPROVED);
        send(call(2, "echo", "{\"text\":\"second\"}"));

        JsonNode next = answer();
        while (next.has("method")) {
            next = answer();
        }
        assertThat(next.path("id").asInt()).isEqualTo(2);
    }

    @Test
    void scansWhatTheClientAnswersToTheServer() throws Exception {
        start("");
        send("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                + "\"capabilities\":{\"sampling\":{}},\"clientInfo\":{\"name\":\"client\",\"version\":\"1\"}}}");
        answer();
        send(call(1, "test_sampling", "{\"prompt\":\"a question\"}"));
        JsonNode question = answer();
        assertThat(question.path("method").asText()).isEqualTo("sampling/createMessage");
        send("{\"jsonrpc\":\"2.0\",\"id\":" + question.path("id")
                + ",\"result\":{\"role\":\"assistant\",\"model\":\"m\","
                + "\"content\":{\"type\":\"text\",\"text\":\"an answer\"}}}");

        assertThat(answer().toString()).contains("LLM response: an answer");
        assertThat(scan.calls())
                .extracting(ScanRequest::url)
                .containsExactly("mcp://test_sampling", "mcp://sampling.createMessage");
        assertThat(scan.calls().get(1).agentName()).isEqualTo("client");
        assertThat(Json.text(scan.reads())).contains("a question", "an answer");
    }

    @Test
    void reportsProgressAndLogMessagesInOrderBeforeTheResult() throws Exception {
        start("");
        send(call(1, "test_tool_with_logging", "{}"));

        List<String> methods = new ArrayList<>();
        JsonNode next = answer();
        while (next.has("method")) {
            methods.add(next.path("params").path("data").asText());
            next = answer();
        }
        assertThat(methods)
                .containsExactly("Tool execution started", "Tool processing data", "Tool execution completed");
        assertThat(scan.reads()).hasSize(4).allMatch(read -> "trace-of-the-fake".equals(read.traceId()));
    }

    @Test
    void dropsWhatIsNoMessageAndFailsTheCallThatItSeemsToAnswer() throws Exception {
        start("noise");
        send(call("\"x\"", "echo", "{}"));

        assertThat(answer().toString()).contains("\"x\"").contains("held back");
    }

    @Test
    void refusesLinesThatAreTooLongAndReportsLongAnswersInParts() throws Exception {
        start("");
        send(call(1, "echo", "{\"text\":\"" + "a".repeat(MESSAGE_BYTES_MAX) + "\"}"));
        JsonNode refused = answer();
        assertThat(refused.path("id").asInt()).isEqualTo(1);
        assertThat(refused.path("error").path("code").asInt()).isEqualTo(-32600);

        send(call(2, "large", "{\"kilobytes\":500}"));
        assertThat(answer().path("result").path("content").path(0).path("text").asText())
                .hasSizeGreaterThan(500_000);
        assertThat(scan.reads()).hasSizeGreaterThan(2);
    }

    @Test
    void takesBatchesOnlyWhereTheRevisionHasThem() throws Exception {
        start("");
        String batch = "[" + call(1, "echo", "{\"text\":\"one\"}") + "," + call(2, "echo", "{\"text\":\"two\"}") + "]";
        send(batch);
        assertThat(answer().path("error").path("code").asInt()).isEqualTo(-32600);
        send(
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-03-26\"}}");
        answer();
        send(batch);

        assertThat(List.of(answer().path("id").asInt(), answer().path("id").asInt()))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(scan.calls()).hasSize(2);
    }

    @Test
    void passesTheServersExitCodeOnAndAnswersWhatWaited() throws Exception {
        start("exit");
        send(call(1, "echo", "{}"));

        assertThat(answer().path("error").path("message").asText()).contains("ended");
        assertThat(exitCode.get(20, TimeUnit.SECONDS)).isEqualTo(7);
    }

    @Test
    void endsTheServerWithTheClient() throws Exception {
        start("");
        send(call(1, "echo", "{}"));
        answer();
        toProxy.close();

        assertThat(exitCode.get(20, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void endsAServerThatDoesNotListen() throws Exception {
        start("deaf");
        send(call(1, "echo", "{}"));
        answer();
        Objects.requireNonNull(proxy).close();

        assertThat(exitCode.get(20, TimeUnit.SECONDS)).isNotZero();
    }

    private static Pipe pipe() {
        try {
            return Pipe.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(String behavior) throws IOException {
        RelayParts parts = TestRelay.parts(scan, folder, TestRelay.waiting(page));
        AgentIdentity agent = new AgentIdentity("agent", "session-of-the-test", null, null, null, CallerHeaders.NONE);
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FixtureStdioMain.class.getName(),
                behavior);
        proxy = StdioProxy.start(
                command,
                new Relay(parts, new Origin(agent, true), new Retries()),
                parts.meters(),
                new StdioProxy.StdioRules(MESSAGE_BYTES_MAX, new HoldRules(300, 20_000, 20), Translated.OLDER_CLIENTS),
                Channels.newInputStream(toServer.source()),
                Channels.newOutputStream(toClient.sink()));
        exitCode = CompletableFuture.supplyAsync(this::run);
    }

    private int run() {
        try {
            return Objects.requireNonNull(proxy).run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(String line) throws IOException {
        toProxy.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        toProxy.flush();
    }

    private JsonNode answer() throws IOException {
        return Json.mapper().readTree(answers.readLine());
    }

    private static String call(Object id, String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}";
    }
}
