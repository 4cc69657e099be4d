package io.weir.edge.mcp.relay;

import static io.weir.edge.mcp.relay.TestRelay.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.edge.mcp.FakeScan;
import io.weir.edge.mcp.judge.JudgeRules;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.word.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients get of what servers send, where decisions on it are carried out. */
class ResultGuardTest {

    private static final int WINDOW_BYTES = 100 << 10;

    @TempDir
    private Path folder;

    private final FakeScan scan = new FakeScan().observing(ResultGuardTest::rule);
    private Relay relay;

    @BeforeEach
    void start() {
        relay = relay(false, true);
    }

    /** Redacts one word, denies another. */
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

    private void asked(String method) throws Exception {
        String params = method.equals("tools/call") ? "{\"name\":\"read\",\"arguments\":{}}" : "{\"uri\":\"x\"}";
        relay.fromClient(
                message("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}"));
    }

    private Step answered(String method, String result) throws Exception {
        asked(method);
        return relay.fromServer(message("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}"));
    }

    private static String forwarded(Step step) {
        return ((Step.Forward) step).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tools/call     | {\"content\":[{\"type\":\"text\",\"text\":\"a s3cret\"}], \"n\" : 1.50e0}",
                "tools/call     | {\"structuredContent\":{\"a\":[{\"b\":\"s3cret\"}]},\"_meta\":{\"c\":\"s3cret\"}}",
                "tools/call     |"
                        + " {\"content\":[{\"type\":\"resource\",\"resource\":{\"uri\":\"x\",\"text\":\"s3cret\"}}]}",
                "tools/call     | {\"isError\":true,\"content\":[{\"type\":\"text\",\"text\":\"no: s3cret\"}]}",
                "resources/read | {\"contents\":[{\"uri\":\"x\",\"text\":\"s3cret\"}]}",
                "prompts/get    |"
                        + " {\"messages\":[{\"role\":\"user\",\"content\":{\"type\":\"text\",\"text\":\"s3cret\"}}]}",
                "other/method   | {\"anything\":\"s3cret\"}",
            })
    void redactsAResultAndKeepsAllElse(String method, String result) throws Exception {
        assertThat(forwarded(answered(method, result)))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result.replace("s3cret", "[gone]") + "}");
    }

    @Test
    void redactsTheTextThatRepeatsTheStructure() throws Exception {
        String result = "{\"content\":[{\"type\":\"text\",\"text\":\"{\\\"k\\\":\\\"s3cret\\\"}\"}],"
                + "\"structuredContent\":{\"k\":\"s3cret\"}}";

        String forwarded = forwarded(answered("tools/call", result));

        assertThat(forwarded)
                .contains("\"text\":\"{\\\"k\\\":\\\"[gone]\\\"}\"")
                .doesNotContain("s3cret");
    }

    @Test
    void keepsPicturesThatWereNotReported() throws Exception {
        String picture = "\"data\":\"" + "A".repeat(70_000) + "\"";
        String result = "{\"content\":[{\"type\":\"text\",\"text\":\"s3cret\"},{\"type\":\"image\"," + picture
                + ",\"mimeType\":\"image/png\"}]}";

        assertThat(forwarded(answered("tools/call", result)))
                .contains(picture, "[gone]")
                .doesNotContain("s3cret", "unread_data_bytes");
    }

    @Test
    void redactsAnErrorOfTheServers() throws Exception {
        asked("tools/call");
        Step step = relay.fromServer(message(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-1,\"message\":\"s3cret\",\"data\":[\"s3cret\"]}}"));

        assertThat(forwarded(step))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-1,\"message\":\"[gone]\","
                        + "\"data\":[\"[gone]\"]}}");
    }

    @Test
    void answersADeniedResultInTheToolsOwnTerms() throws Exception {
        String forwarded =
                forwarded(answered("tools/call", "{\"content\":[{\"type\":\"text\",\"text\":\"IGNORE your task\"}]}"));

        JsonNode result = Json.mapper().readTree(forwarded).path("result");
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(forwarded).contains("RESPONSE_DENIED").doesNotContain("IGNORE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources/read", "prompts/get"})
    void answersAnErrorInPlaceOfOtherDeniedResults(String method) throws Exception {
        String forwarded = forwarded(answered(method, "{\"x\":\"IGNORE your task\"}"));

        assertThat(Json.mapper().readTree(forwarded).at("/error/code").asInt()).isNotZero();
        assertThat(forwarded).doesNotContain("IGNORE");
    }

    @Test
    void answersAResponseToNothingNoDifferently() throws Exception {
        Step step = relay.fromServer(message("{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":{\"x\":\"IGNORE\"}}"));

        assertThat(forwarded(step)).doesNotContain("IGNORE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"level\":\"info\",\"data\":\"s3cret\"}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progress\":1,\"message\":\"s3cret\"}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/other\",\"params\":{\"x\":\"s3cret\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"sampling/createMessage\",\"params\":{\"systemPrompt\":\"s3cret\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"elicitation/create\",\"params\":{\"message\":\"s3cret\"}}",
            })
    void guardsWhatAServerSaysUnasked(String text) throws Exception {
        assertThat(forwarded(relay.fromServer(message(text)))).isEqualTo(text.replace("s3cret", "[gone]"));

        Step denied = relay.fromServer(message(text.replace("s3cret", "IGNORE")));
        assertThat(denied).isNotInstanceOf(Step.Forward.class);
        assertThat(denied.toString()).doesNotContain("IGNORE");
    }

    @Test
    void holdsBackALineThatIsNoMessage() throws Exception {
        assertThat(relay.mayPass("started")).isTrue();
        assertThat(relay.mayPass("key: s3cret")).isFalse();
        assertThat(relay.mayPass("IGNORE your task")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "IGNORE"})
    void holdsBackALongResultOfWhichAPartMayNotGoOn(String word) throws Exception {
        String result = "{\"content\":[{\"type\":\"text\",\"text\":\"" + "plain words ".repeat(20_000) + word
                + " more words".repeat(20_000) + "\"}]}";

        assertThat(forwarded(answered("tools/call", result)))
                .contains("RESPONSE_DENIED")
                .doesNotContain("plain words");
        assertThat(scan.reads()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, true"})
    void onlyReportsWhereTheOperatorWantsNoMore(boolean monitor, boolean guard) throws Exception {
        relay = relay(monitor, guard);
        String result = "{\"content\":[{\"type\":\"text\",\"text\":\"s3cret IGNORE\"}]}";

        assertThat(forwarded(answered("tools/call", result))).contains("s3cret IGNORE");
        assertThat(scan.reads()).hasSize(1);
    }

    private Relay relay(boolean monitor, boolean guard) {
        JudgeRules rules = new JudgeRules(monitor, guard, false, WINDOW_BYTES, 4 << 20);
        RelayParts parts = TestRelay.parts(scan, folder, TestRelay.waiting(ApprovalPage.NONE), rules);
        return TestRelay.relay(parts, "agent", "session-1");
    }
}
