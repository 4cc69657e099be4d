package io.weir.edge.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.edge.mcp.FakeScan;
import io.weir.platform.json.Json;
import io.weir.schemas.word.Decision;
import io.weir.testkit.mcp.FixtureHttp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients of 2025-11-25 before a server that speaks 2026-07-28 only. */
@Timeout(60)
class OlderClientsTest {

    private static final String INTRODUCTION =
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                    + "\"capabilities\":{\"sampling\":{}},\"clientInfo\":{\"name\":\"client\",\"version\":\"1\"}}}";

    @TempDir
    private Path folder;

    private final FakeScan scan = new FakeScan();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private FixtureHttp fixture;
    private TestEdge edge;

    @BeforeEach
    void start() throws Exception {
        fixture = FixtureHttp.start().onlyModern();
        edge = TestEdge.start(scan, fixture.url(), folder);
    }

    @AfterEach
    void stop() {
        edge.close();
        fixture.close();
    }

    @Test
    void greetsInTheServersPlaceWithWhatTheServerCanDo() throws Exception {
        HttpResponse<String> greeted = introduce();

        JsonNode result = json(greeted).path("result");
        assertThat(greeted.statusCode()).isEqualTo(200);
        assertThat(result.path("protocolVersion").asText()).isEqualTo("2025-11-25");
        assertThat(result.at("/serverInfo/name").asText()).isEqualTo("fixture");
        assertThat(result.path("instructions").asText()).isEqualTo("A server for tests.");
        assertThat(result.path("capabilities").has("tools")).isTrue();
        assertThat(result.path("capabilities").toString()).doesNotContain("listChanged", "subscribe");
        assertThat(post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", session(greeted))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void bringsACallToTheServerAndReportsItsResult() throws Exception {
        String session = session(introduce());

        HttpResponse<String> called = call(session, "echo", "{\"amount\":1.50}");

        assertThat(event(called).at("/result/content/0/text").asText()).contains("1.5");
        assertThat(fixture.seen().get(fixture.seen().size() - 1))
                .contains("\"amount\":1.50", "\"name\":\"client\"", "clientCapabilities")
                .doesNotContain("sampling");
        assertThat(fixture.seenHeaders().get(fixture.seenHeaders().size() - 1))
                .doesNotContainKey("Mcp-session-id")
                .containsKey("Mcp-method");
        assertThat(scan.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.url()).isEqualTo("mcp://echo"));
        assertThat(scan.reads()).hasSize(1);
        assertThat(scan.headers().get(0).mcpSessionId()).isEqualTo(session);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ping                   | {}                                        | {}",
                "logging/setLevel       | {\"level\":\"info\"}                      | {}",
                "tools/list             | {}                                        | test_simple_text",
                "tools/list             | null                                      | test_simple_text",
                "resources/list         | {}                                        | test://static-text",
                "resources/read         | {\"uri\":\"test://static-text\"}          | static text resource",
                "resources/read         | {\"uri\":\"test://none\"}                 | -32602",
                "prompts/get            | {\"name\":\"test_simple_prompt\"}         | simple prompt",
                "completion/complete    | {\"ref\":{},\"argument\":{}}              | paris",
                "resources/subscribe    | {\"uri\":\"test://watched-resource\"}     | -32601",
                "tasks/list             | {}                                        | -32601",
                "no/such                | {\"a\":1}                                 | -32601",
            })
    void answersEachMethodAsAServerOfTheClientsRevisionWould(String method, String params, String told)
            throws Exception {
        String session = session(introduce());

        HttpResponse<String> response = post(
                "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"" + method + "\",\"params\":" + params + "}", session);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("id").asText()).isEqualTo("q");
        assertThat(response.body()).contains(told);
    }

    @Test
    void repeatsArgumentsInTheHeadersThatTheServersToolsAskFor() throws Exception {
        String session = session(introduce());
        post("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}", session);

        assertThat(call(session, "test_header_tool", "{\"region\":\"s\u00fcd\"}")
                        .body())
                .contains("region s\u00fcd");
        assertThat(fixture.seenHeaders().get(fixture.seenHeaders().size() - 1).getFirst("Mcp-Param-Region"))
                .startsWith("=?base64?");
    }

    @Test
    void sendsWhatIsLeftOfARedactedCallAlsoInItsHeaders() throws Exception {
        String session = session(introduce());
        post("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}", session);
        scan.deciding(asked -> FakeScan.answer(Decision.SANITIZE, Map.of("region", "[gone]")));

        assertThat(call(session, "test_header_tool", "{\"region\":\"secret-place\"}")
                        .body())
                .contains("region [gone]");
        assertThat(fixture.seen().get(fixture.seen().size() - 1)).doesNotContain("secret-place");
        assertThat(fixture.seenHeaders().get(fixture.seenHeaders().size() - 1).values())
                .asString()
                .contains("[gone]")
                .doesNotContain("secret-place");
    }

    @Test
    void sendsNoHeaderThatSaysOtherThanTheCall() throws Exception {
        String session = session(introduce());
        post("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}", session);
        HttpRequest.Builder call = HttpRequest.newBuilder(edge.url())
                .POST(BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":"
                        + "{\"name\":\"test_header_tool\",\"arguments\":{\"region\":\"north\"},"
                        + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2025-11-25\"}}}"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Mcp-Session-Id", session)
                .header("Mcp-Param-Region", "south")
                .header("Mcp-Param-Other", "carried out");

        assertThat(http.send(call.build(), BodyHandlers.ofString()).body()).contains("region north");
        assertThat(fixture.seenHeaders().get(fixture.seenHeaders().size() - 1).values())
                .asString()
                .contains("north")
                .doesNotContain("south", "carried out");
        assertThat(scan.calls().get(0).headers()).containsEntry("Mcp-Param-Other", "carried out");
    }

    @Test
    void sendsNothingInASessionThatItHasNotBegun() throws Exception {
        introduce();
        int before = fixture.seen().size();

        assertThat(call("weir-session-0123456789abcdef0123456789abcdef", "echo", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(fixture.seen()).hasSize(before);
    }

    @Test
    void sendsNothingThatWasDenied() throws Exception {
        String session = session(introduce());
        int before = fixture.seen().size();
        scan.deciding(Decision.DENY);

        assertThat(call(session, "echo", "{}").body()).contains("isError").doesNotContain("resultType");
        assertThat(fixture.seen()).hasSize(before);
    }

    @Test
    void failsAToolThatAsksForInputWhichOnlyTheServersRevisionHas() throws Exception {
        String session = session(introduce());

        HttpResponse<String> called = call(session, "test_input_required_result_request_state", "{}");

        JsonNode result = event(called).path("result");
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.at("/content/0/text").asText()).contains("2026-07-28", "does not translate");
        assertThat(called.body()).doesNotContain("requestState");
    }

    @Test
    void passesLogMessagesOnceALevelIsSet() throws Exception {
        String session = session(introduce());

        assertThat(call(session, "test_tool_with_logging", "{}").body()).doesNotContain("notifications/message");
        post("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"logging/setLevel\",\"params\":{\"level\":\"info\"}}", session);
        assertThat(call(session, "test_tool_with_logging", "{}").body()).contains("notifications/message");
    }

    @Test
    void letsAClientIntroduceItselfAgainWhereItsSessionIsNotKnownAnyMore() throws Exception {
        String session = session(introduce());
        HttpRequest.Builder end = HttpRequest.newBuilder(edge.url()).DELETE().header("Mcp-Session-Id", session);

        assertThat(http.send(end.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        assertThat(call(session, "echo", "{}").statusCode()).isEqualTo(404);
        assertThat(call(session(introduce()), "echo", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesBatchesAndStreamsOfItsOwnSessions() throws Exception {
        String session = session(introduce());
        int before = fixture.seen().size();
        HttpRequest.Builder stream = HttpRequest.newBuilder(edge.url()).header("Mcp-Session-Id", session);

        assertThat(post("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", session)
                        .statusCode())
                .isEqualTo(400);
        assertThat(http.send(stream.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
        assertThat(fixture.seen()).hasSize(before);
    }

    @Test
    void leavesAServerOfBothErasItsClientsWhateverOneOfThemHasTried() throws Exception {
        try (FixtureHttp both = FixtureHttp.start();
                TestEdge before = TestEdge.start(scan, both.url(), folder)) {
            HttpRequest.Builder odd = request(
                            before,
                            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"_meta\":{"
                                    + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                                    + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}")
                    .header("MCP-Protocol-Version", "2026-07-28")
                    .header("Mcp-Method", "initialize");

            assertThat(http.send(odd.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(404);
            HttpRequest older = request(before, INTRODUCTION).build();
            assertThat(session(http.send(older, BodyHandlers.ofString()))).doesNotStartWith("weir-session-");
        }
    }

    private HttpResponse<String> introduce() throws Exception {
        return post(INTRODUCTION, null);
    }

    private static String session(HttpResponse<String> greeted) {
        return greeted.headers().firstValue("Mcp-Session-Id").orElseThrow();
    }

    private HttpResponse<String> call(String session, String tool, String arguments) throws Exception {
        return post(
                "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                        + "\",\"arguments\":" + arguments + "}}",
                session);
    }

    private HttpResponse<String> post(String body, @Nullable String session) throws Exception {
        HttpRequest.Builder request = request(edge, body);
        if (session != null) {
            request.header("Mcp-Session-Id", session).header("MCP-Protocol-Version", "2025-11-25");
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(TestEdge to, String body) {
        return HttpRequest.newBuilder(to.url())
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.mapper().readTree(response.body());
    }

    private static JsonNode event(HttpResponse<String> response) throws IOException {
        String body = response.body();
        return Json.mapper()
                .readTree(body.substring(body.lastIndexOf("data: ") + 6).strip());
    }
}
