package io.weir.edge.mcp.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.edge.mcp.FakeScan;
import io.weir.edge.mcp.era.Translated;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ScanRequest;
import io.weir.schemas.word.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients of 2026-07-28 before a program that knows the revisions with sessions only. */
@Timeout(60)
class ModernTalkTest {

    private static final String CLIENT = "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"client\",\"version\":\"1\"},"
            + "\"io.modelcontextprotocol/clientCapabilities\":{\"sampling\":{},\"elicitation\":{}}";

    @TempDir
    private Path folder;

    private final FakeScan scan = new FakeScan();
    private TestTalk talk;

    @BeforeEach
    void start() throws Exception {
        talk = TestTalk.start(scan, folder, "older", Translated.ALL_CLIENTS);
    }

    @AfterEach
    void stop() {
        talk.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server/discover          |                                 | \"supportedVersions\":[\"2026-07-28\"]",
                "server/discover          |                                 | \"listChanged\":true",
                "tools/list               |                                 | \"ttlMs\":0,\"cacheScope\":\"private\"",
                "resources/read           | \"uri\":\"test://static-text\", | \"cacheScope\":\"private\"",
                "prompts/get              | \"name\":\"test_simple_prompt\",| simple prompt",
                "tools/call               | \"name\":\"test_error_handling\",| \"isError\":true",
                "tools/call               | \"name\":\"test_simple_text\",  | \"resultType\":\"complete\"",
                "tools/call               | \"name\":\"none\",              | -32602",
                "tasks/get                | \"taskId\":\"t\",               | -32601",
                "ping                     |                                 | -32601",
                "resources/subscribe      | \"uri\":\"u\",                  | -32601",
                "no/such                  | \"a\":1,                        | -32601",
            })
    void answersEachMethodAsAServerOfTheClientsRevisionWould(String method, String params, String told)
            throws Exception {
        talk.send(request("\"q\"", method, params == null ? "" : params, ""));

        assertThat(talk.line()).contains(told, "\"id\":\"q\"");
    }

    @Test
    void bringsCallsToTheServerAndReportsTheirResults() throws Exception {
        JsonNode first = talk.ask(call(1, "echo", "{\"amount\":1.50}"));
        JsonNode second = talk.ask(call(2, "echo", "{\"b\":2}"));

        assertThat(first.at("/result/content/0/text").asText()).contains("1.5");
        assertThat(first.path("id").asInt()).isEqualTo(1);
        assertThat(second.path("id").asInt()).isEqualTo(2);
        assertThat(scan.calls()).hasSize(2);
        assertThat(scan.reads()).hasSize(2).allMatch(read -> "trace-of-the-fake".equals(read.traceId()));
    }

    @Test
    void refusesARequestThatDoesNotSayWhatItsClientCan() throws Exception {
        talk.ask(call(1, "echo", "{}"));

        assertThat(talk.ask("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}")
                        .at("/error/code")
                        .asInt())
                .isEqualTo(-32602);
    }

    @Test
    void sendsNothingThatWasDenied() throws Exception {
        scan.deciding(Decision.DENY);

        assertThat(talk.ask(call(1, "echo", "{\"a\":\"x\"}")).toString()).contains("isError", "resultType");
    }

    @Test
    void passesProgressAndThoseLogMessagesThatAreAskedFor() throws Exception {
        assertThat(methodsUntilAnswer(call(1, "test_tool_with_logging", "{}"))).isEmpty();
        assertThat(methodsUntilAnswer(request(
                        "2",
                        "tools/call",
                        "\"name\":\"test_tool_with_logging\",",
                        ",\"io.modelcontextprotocol/logLevel\":\"info\"")))
                .hasSize(3);
        assertThat(methodsUntilAnswer(request(
                        "3", "tools/call", "\"name\":\"test_tool_with_progress\",", ",\"progressToken\":\"p\"")))
                .containsExactly("notifications/progress", "notifications/progress", "notifications/progress");
    }

    @Test
    void asksTheClientInTheAnswerAndGoesOnWhenItComesBack() throws Exception {
        JsonNode asks = talk.ask(call(1, "test_sampling", "{\"prompt\":\"a question\"}"));

        // Then
        assertThat(asks.path("id").asInt()).isEqualTo(1);
        assertThat(asks.at("/result/resultType").asText()).isEqualTo("input_required");
        assertThat(asks.at("/result/inputRequests/input/method").asText()).isEqualTo("sampling/createMessage");
        assertThat(asks.toString()).contains("a question");

        // When
        JsonNode answer = talk.ask(again(
                2,
                "test_sampling",
                asks,
                "{\"role\":\"assistant\",\"model\":\"m\","
                        + "\"content\":{\"type\":\"text\",\"text\":\"an answer\"}}"));

        // Then
        assertThat(answer.path("id").asInt()).isEqualTo(2);
        assertThat(answer.toString()).contains("LLM response: an answer", "\"resultType\":\"complete\"");
        assertThat(scan.calls()).extracting(ScanRequest::url).containsOnly("mcp://test_sampling");
        assertThat(Json.text(scan.calls().get(1))).contains("an answer");
        assertThat(Json.text(scan.reads())).contains("a question", "LLM response");
    }

    @Test
    void sendsNoAnswerOfTheClientsThatWasDenied() throws Exception {
        JsonNode asks = talk.ask(call(1, "test_elicitation", "{\"message\":\"who?\"}"));
        scan.deciding(Decision.DENY);

        assertThat(talk.ask(again(
                                2, "test_elicitation", asks, "{\"action\":\"accept\",\"content\":{\"n\":\"secret\"}}"))
                        .toString())
                .contains("isError", "\"id\":2");

        scan.deciding(Decision.ALLOW);
        assertThat(talk.ask(call(3, "echo", "{}")).path("id").asInt()).isEqualTo(3);
    }

    @Test
    void asksNoClientThatHasNotSaidThatItCanBeAsked() throws Exception {
        talk.ask(call(1, "echo", "{}"));
        String plain = call(2, "test_sampling", "{\"prompt\":\"p\"}").replace("\"sampling\":{},", "");

        JsonNode answer = talk.ask(plain);

        assertThat(answer.path("id").asInt()).isEqualTo(2);
        assertThat(answer.toString()).contains("LLM response: null");
    }

    @Test
    void tellsWhoListensWhatHasChanged() throws Exception {
        JsonNode acknowledged = talk.ask(request(
                "\"listen\"",
                "subscriptions/listen",
                "\"notifications\":{\"toolsListChanged\":true,\"promptsListChanged\":false,"
                        + "\"resourceSubscriptions\":[\"test://watched-resource\"]},",
                ""));
        assertThat(acknowledged.path("method").asText()).isEqualTo("notifications/subscriptions/acknowledged");
        assertThat(acknowledged.at("/params/notifications").toString())
                .isEqualTo("{\"toolsListChanged\":true,\"resourceSubscriptions\":[\"test://watched-resource\"]}");

        // When
        talk.send(call(1, "test_change", "{\"uri\":\"test://watched-resource\"}"));

        // Then
        for (String method : List.of("notifications/tools/list_changed", "notifications/resources/updated")) {
            JsonNode notice = talk.next();
            assertThat(notice.path("method").asText()).isEqualTo(method);
            assertThat(notice.at("/params/_meta/io.modelcontextprotocol~1subscriptionId")
                            .asText())
                    .isEqualTo("listen");
        }
        assertThat(talk.next().path("id").asInt()).isEqualTo(1);

        // When
        talk.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"listen\"}}");

        // Then
        assertThat(methodsUntilAnswer(call(2, "test_change", "{\"uri\":\"test://watched-resource\"}")))
                .isEmpty();
    }

    @Test
    void leavesAServerOfTheClientsRevisionAlone() throws Exception {
        talk.close();
        talk = TestTalk.start(scan, folder, "modern", Translated.ALL_CLIENTS);

        JsonNode asks = talk.ask(call(1, "test_input_required_result_elicitation", "{}"));

        assertThat(asks.at("/result/inputRequests/user_name/method").asText()).isEqualTo("elicitation/create");
    }

    @Test
    void leavesClientsOfTheNewerEraToTheServerUnlessTheOperatorSaysOtherwise() throws Exception {
        talk.close();
        talk = TestTalk.start(scan, folder, "older", Translated.OLDER_CLIENTS);

        assertThat(talk.ask(request("1", "server/discover", "", ""))
                        .at("/error/code")
                        .asInt())
                .isEqualTo(-32601);
        assertThat(talk.ask("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"initialize\",\"params\":"
                                + "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{}}}")
                        .at("/result/protocolVersion")
                        .asText())
                .isEqualTo("2025-11-25");
    }

    private List<String> methodsUntilAnswer(String request) throws IOException {
        List<String> methods = new ArrayList<>();
        JsonNode next = talk.ask(request);
        while (next.has("method")) {
            methods.add(next.path("method").asText());
            next = talk.next();
        }
        return methods;
    }

    private static String call(int id, String tool, String arguments) {
        return request(
                String.valueOf(id), "tools/call", "\"name\":\"" + tool + "\",\"arguments\":" + arguments + ",", "");
    }

    private static String again(int id, String tool, JsonNode asks, String said) {
        return request(
                String.valueOf(id),
                "tools/call",
                "\"name\":\"" + tool + "\",\"arguments\":{},\"inputResponses\":{\"input\":" + said
                        + "},\"requestState\":" + asks.at("/result/requestState") + ",",
                "");
    }

    private static String request(String id, String method, String params, String meta) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + params
                + "\"_meta\":{" + CLIENT + meta + "}}}";
    }
}
