package io.weir.edge.mcp.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.edge.mcp.FakeScan;
import io.weir.edge.mcp.era.Translated;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ScanRequest;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients of 2025-11-25 before a program that speaks 2026-07-28 only. */
@Timeout(60)
class OlderTalkTest {

    @TempDir
    private Path folder;

    private final FakeScan scan = new FakeScan();
    private TestTalk talk;

    @BeforeEach
    void start() throws Exception {
        talk = TestTalk.start(scan, folder, "modern", Translated.OLDER_CLIENTS);
    }

    @AfterEach
    void stop() {
        talk.close();
    }

    @Test
    void greetsInTheServersPlaceWithAllThatTheServerCanDo() throws Exception {
        JsonNode greeting = introduce();

        assertThat(greeting.path("id").asInt()).isZero();
        JsonNode result = greeting.path("result");
        assertThat(result.path("protocolVersion").asText()).isEqualTo("2025-11-25");
        assertThat(result.at("/serverInfo/name").asText()).isEqualTo("fixture");
        assertThat(result.path("instructions").asText()).isEqualTo("A server for tests.");
        assertThat(result.at("/capabilities/tools/listChanged").asBoolean()).isTrue();
        assertThat(result.at("/capabilities/resources/subscribe").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ping                   | {}                                    | \"result\":{}",
                "logging/setLevel       | {\"level\":\"info\"}                  | \"result\":{}",
                "tools/list             | {}                                    | test_simple_text",
                "tools/list             | null                                  | test_simple_text",
                "resources/read         | {\"uri\":\"test://static-text\"}      | static text resource",
                "resources/read         | {\"uri\":\"test://none\"}             | -32602",
                "resources/subscribe    | {\"uri\":\"test://watched-resource\"} | \"result\":{}",
                "resources/unsubscribe  | {\"uri\":\"test://watched-resource\"} | \"result\":{}",
                "prompts/get            | {\"name\":\"test_simple_prompt\"}     | simple prompt",
                "completion/complete    | {\"ref\":{},\"argument\":{}}          | paris",
                "tasks/list             | {}                                    | -32601",
                "no/such                | {\"a\":1}                             | -32601",
            })
    void answersEachMethodAsAServerOfTheClientsRevisionWould(String method, String params, String told)
            throws Exception {
        introduce();

        talk.send("{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"" + method + "\",\"params\":" + params + "}");

        assertThat(talk.line()).contains(told, "\"id\":\"q\"");
    }

    @Test
    void bringsACallToTheServerAndReportsItsResult() throws Exception {
        introduce();

        JsonNode answer = talk.ask(call(7, "echo", "{\"amount\":1.50}"));

        assertThat(answer.path("id").asInt()).isEqualTo(7);
        assertThat(answer.at("/result/content/0/text").asText()).contains("1.5");
        assertThat(scan.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.url()).isEqualTo("mcp://echo"));
        assertThat(scan.reads())
                .singleElement()
                .satisfies(read -> assertThat(read.traceId()).isEqualTo("trace-of-the-fake"));
    }

    @Test
    void sendsNothingThatWasDeniedAndTheRestOfWhatWasRedacted() throws Exception {
        introduce();
        scan.deciding(Decision.DENY);
        assertThat(talk.ask(call(1, "echo", "{\"a\":\"x\"}")).toString()).contains("isError");

        scan.deciding(asked -> FakeScan.answer(Decision.SANITIZE, Map.of("region", "[gone]")));
        assertThat(talk.ask(call(2, "echo", "{\"region\":\"secret\"}")).toString())
                .contains("[gone]")
                .doesNotContain("secret");
    }

    @Test
    void holdsACallUntilAPersonHasDecided() throws Exception {
        introduce();
        scan.deciding(Decision.REQUIRE_APPROVAL);
        talk.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\",\"arguments\":"
                + "{\"text\":\"later\"},\"_meta\":{\"progressToken\":\"p\"}}}");
        assertThat(talk.next().path("method").asText()).isEqualTo("notifications/progress");

        scan.deciding(Decision.ALLOW).approval(ApprovalState.APPROVED);

        assertThat(talk.next().toString()).contains("later", "\"id\":1");
    }

    @Test
    void passesProgressAndLogMessagesBeforeTheResult() throws Exception {
        introduce();
        talk.ask("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logging/setLevel\",\"params\":{\"level\":\"info\"}}");

        assertThat(methodsUntilAnswer(call(2, "test_tool_with_logging", "{}")))
                .containsExactly("notifications/message", "notifications/message", "notifications/message");
        assertThat(methodsUntilAnswer("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":"
                        + "\"test_tool_with_progress\",\"_meta\":{\"progressToken\":\"p\"}}}"))
                .containsExactly("notifications/progress", "notifications/progress", "notifications/progress");
    }

    @Test
    void asksTheClientWhatTheServerWantsToKnowAndGoesOnWithTheCall() throws Exception {
        introduce();

        // When
        JsonNode question = talk.ask(call(1, "test_input_required_result_elicitation", "{\"a\":1.50}"));

        // Then
        assertThat(question.path("method").asText()).isEqualTo("elicitation/create");
        assertThat(question.at("/params/message").asText()).isEqualTo("What is your name?");

        // When
        JsonNode answer = talk.ask(answer(question, "{\"action\":\"accept\",\"content\":{\"name\":\"Mara\"}}"));

        // Then
        assertThat(answer.path("id").asInt()).isEqualTo(1);
        assertThat(answer.at("/result/content/0/text").asText()).isEqualTo("Hello, Mara!");
        assertThat(scan.calls())
                .extracting(ScanRequest::url)
                .containsExactly("mcp://test_input_required_result_elicitation", "mcp://elicitation.create");
        assertThat(Json.text(scan.reads())).contains("What is your name?", "Hello, Mara!");
    }

    @Test
    void asksAllQuestionsOfARoundAndComesBackWithTheStateAsItWas() throws Exception {
        introduce();
        talk.send(call(1, "test_input_required_result_multiple_inputs", "{}"));
        for (int i = 0; i < 3; i++) {
            JsonNode question = talk.next();
            String said = question.path("method").asText().equals("roots/list")
                    ? "{\"roots\":[]}"
                    : "{\"action\":\"accept\",\"content\":{}}";
            talk.send(answer(question, said));
        }

        assertThat(talk.next().toString()).contains("All three came.", "\"id\":1");
    }

    @Test
    void asksAsManyRoundsAsTheServerNeeds() throws Exception {
        introduce();
        JsonNode first = talk.ask(call(1, "test_input_required_result_multi_round", "{}"));
        JsonNode second = talk.ask(answer(first, "{\"action\":\"accept\",\"content\":{\"name\":\"M\"}}"));
        assertThat(second.at("/params/message").asText()).startsWith("Step 2");

        assertThat(talk.ask(answer(second, "{\"action\":\"accept\",\"content\":{\"color\":\"red\"}}"))
                        .toString())
                .contains("Done after 2 rounds", "\"id\":1");
    }

    @Test
    void failsACallForWhichTheClientGivesNothing() throws Exception {
        introduce();
        JsonNode question = talk.ask(call(1, "test_input_required_result_sampling", "{}"));

        JsonNode answer = talk.ask("{\"jsonrpc\":\"2.0\",\"id\":" + question.path("id")
                + ",\"error\":{\"code\":-1,\"message\":\"the user refuses\"}}");

        assertThat(answer.path("id").asInt()).isEqualTo(1);
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.toString()).contains("did not give it");
    }

    @Test
    void sendsNoAnswerOfTheClientsThatWasDenied() throws Exception {
        introduce();
        JsonNode question = talk.ask(call(1, "test_input_required_result_elicitation", "{}"));
        scan.deciding(Decision.DENY);

        JsonNode answer = talk.ask(answer(question, "{\"action\":\"accept\",\"content\":{\"name\":\"a secret\"}}"));

        assertThat(answer.toString()).contains("isError", "\"id\":1").doesNotContain("a secret");
    }

    @Test
    void tellsOfListsThatHaveChangedAndOfResourcesThatAreListenedFor() throws Exception {
        introduce();
        talk.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertThat(methodsUntilAnswer(call(1, "test_change", "{\"uri\":\"test://watched-resource\"}")))
                .containsExactly("notifications/tools/list_changed");
        talk.ask("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"resources/subscribe\",\"params\":"
                + "{\"uri\":\"test://watched-resource\"}}");
        assertThat(methodsUntilAnswer(call(3, "test_change", "{\"uri\":\"test://watched-resource\"}")))
                .containsExactlyInAnyOrder("notifications/tools/list_changed", "notifications/resources/updated");
        talk.ask("{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"resources/unsubscribe\",\"params\":"
                + "{\"uri\":\"test://watched-resource\"}}");

        assertThat(methodsUntilAnswer(call(5, "test_change", "{\"uri\":\"test://watched-resource\"}")))
                .containsExactly("notifications/tools/list_changed");
    }

    @Test
    void leavesTheRefusalAsItIsWhereNothingIsTranslated() throws Exception {
        talk.close();
        talk = TestTalk.start(scan, folder, "modern", Translated.NONE);

        assertThat(introduce().at("/error/code").asInt()).isEqualTo(-32022);
    }

    @Test
    void leavesAServerOfBothErasAlone() throws Exception {
        talk.close();
        talk = TestTalk.start(scan, folder, "", Translated.OLDER_CLIENTS);

        assertThat(introduce().path("result").has("instructions")).isFalse();
        assertThat(talk.ask(
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/unsubscribe\",\"params\":{\"uri\":\"u\"}}")
                        .toString())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
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

    private JsonNode introduce() throws IOException {
        return talk.ask(
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":{\"sampling\":{},\"elicitation\":{},\"roots\":{\"listChanged\":true}},"
                        + "\"clientInfo\":{\"name\":\"client\",\"version\":\"1\"}}}");
    }

    private static String answer(JsonNode question, String result) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + question.path("id") + ",\"result\":" + result + "}";
    }

    private static String call(int id, String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}";
    }
}
