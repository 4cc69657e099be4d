package io.weir.edge.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import io.weir.edge.mcp.FakeScan;
import io.weir.edge.mcp.era.Translated;
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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients of 2026-07-28 before a server that knows the revisions with sessions only. */
@Timeout(60)
class ModernClientsTest {

    private static final String CLIENT = "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"client\",\"version\":\"1\"},"
            + "\"io.modelcontextprotocol/clientCapabilities\":{\"sampling\":{},\"elicitation\":{}}";

    private static final Pattern NAMED = Pattern.compile("\"(?:name|uri|taskId)\":\"([^\"]*)\"");

    @TempDir
    private Path folder;

    private final FakeScan scan = new FakeScan();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private FixtureHttp fixture;
    private TestEdge edge;

    @BeforeEach
    void start() throws Exception {
        fixture = FixtureHttp.start().onlyOlder();
        edge = TestEdge.start(scan, fixture.url(), folder, Translated.ALL_CLIENTS);
    }

    @AfterEach
    void stop() {
        edge.close();
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server/discover          |                                      | 200 |"
                        + " \"supportedVersions\":[\"2026-07-28\"]",
                "server/discover          |                                      | 200 | fixture",
                "tools/list               |                                      | 200 |"
                        + " \"ttlMs\":0,\"cacheScope\":\"private\"",
                "resources/list           |                                      | 200 | \"cacheScope\":\"private\"",
                "resources/templates/list |                                      | 200 | \"cacheScope\":\"private\"",
                "prompts/list             |                                      | 200 | \"cacheScope\":\"private\"",
                "resources/read           | \"uri\":\"test://static-text\"       | 200 | \"cacheScope\":\"private\"",
                "prompts/get              | \"name\":\"test_simple_prompt\"      | 200 | simple prompt",
                "completion/complete      | \"ref\":{},\"argument\":{}           | 200 | paris",
                "tools/call               | \"name\":\"test_error_handling\"     | 200 | \"isError\":true",
                "tools/call               | \"name\":\"test_simple_text\"        | 200 | \"resultType\":\"complete\"",
                "tools/call               | \"name\":\"test_sampling\"           | 200 | does not support sampling",
                "tools/call               | \"name\":\"none\"                    | 200 | -32602",
                "subscriptions/listen     | \"notifications\":{}                 | 404 | -32601",
                "tasks/get                | \"taskId\":\"t\"                     | 404 | -32601",
                "ping                     |                                      | 404 | -32601",
                "initialize               |                                      | 404 | -32601",
                "resources/subscribe      | \"uri\":\"test://watched-resource\" | 404 | -32601",
                "no/such                  | \"a\":1                              | 404 | -32601",
            })
    void answersEachMethodAsAServerOfTheClientsRevisionWould(String method, String params, int status, String told)
            throws Exception {
        HttpResponse<String> response = ask(method, params == null ? "" : params + ",", "");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(told);
        assertThat(answer(response).path("id").asText()).isEqualTo("q");
        assertThat(response.headers().firstValue("Mcp-Session-Id")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "io.modelcontextprotocol/protocolVersion,    2026-07-28, 2027-01-01, -32022",
        "io.modelcontextprotocol/clientCapabilities, clientCapabilities, clientSkills, -32602",
        "io.modelcontextprotocol/protocolVersion,    protocolVersion, revision, -32602",
    })
    void refusesWhatAServerOfTheClientsRevisionWouldRefuse(String member, String from, String to, int code)
            throws Exception {
        ask("tools/list", "", "");
        int before = fixture.seen().size();
        String body = body("tools/call", "\"name\":\"echo\",", "").replace(from, to);

        HttpResponse<String> refused = send(request("tools/call", body)
                .setHeader("Mcp-Name", "echo")
                .setHeader("MCP-Protocol-Version", to.startsWith("2027") ? to : "2026-07-28"));

        assertThat(refused.statusCode()).as(member).isEqualTo(400);
        assertThat(answer(refused).at("/error/code").asInt()).isEqualTo(code);
        assertThat(fixture.seen()).hasSize(before);
    }

    @Test
    void refusesACallWithoutTheHeadersThatRepeatIt() throws Exception {
        HttpResponse<String> refused = send(request("tools/call", body("tools/call", "\"name\":\"echo\",", "")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(answer(refused).at("/error/code").asInt()).isEqualTo(-32020);
        assertThat(methods()).doesNotContain("tools/call");
    }

    @Test
    void beginsOneSessionForAClientAndSendsItsCallsInIt() throws Exception {
        ask("tools/call", "\"name\":\"echo\",\"arguments\":{\"amount\":1.50},", "");
        ask("tools/call", "\"name\":\"echo\",\"arguments\":{},", "");

        assertThat(methods())
                .containsExactly(
                        "server/discover", "initialize", "notifications/initialized", "tools/call", "tools/call");
        assertThat(fixture.seen().get(1))
                .contains("\"name\":\"client\"", "2025-11-25")
                .doesNotContain("sampling", "elicitation");
        assertThat(fixture.seen().get(3)).contains("\"amount\":1.50").doesNotContain("\"id\":\"q\"");
        assertThat(headers(4).getFirst("Mcp-Session-Id"))
                .isNotNull()
                .isEqualTo(headers(3).getFirst("Mcp-Session-Id"));
        assertThat(headers(4)).doesNotContainKeys("Mcp-method", "Mcp-name");
        assertThat(scan.calls()).hasSize(2);
        assertThat(scan.reads()).hasSize(2);
    }

    @Test
    void keepsSessionsOfDifferentTokensApart() throws Exception {
        ask("tools/call", "\"name\":\"echo\",", "Bearer one");
        ask("tools/call", "\"name\":\"echo\",", "Bearer two");

        assertThat(methods().stream().filter("initialize"::equals)).hasSize(2);
        assertThat(headers(3).getFirst("Mcp-Session-Id"))
                .isNotEqualTo(headers(7).getFirst("Mcp-Session-Id"));
        assertThat(headers(7).getFirst("Authorization")).isEqualTo("Bearer two");
    }

    @Test
    void beginsAnewWhereTheServerHasForgottenTheSession() throws Exception {
        ask("tools/call", "\"name\":\"echo\",", "");
        fixture.forgetSessions();

        HttpResponse<String> response = ask("tools/call", "\"name\":\"echo\",", "");

        assertThat(response.body()).contains("\"resultType\":\"complete\"");
        assertThat(methods().stream().filter("initialize"::equals)).hasSize(2);
        assertThat(scan.calls()).hasSize(2);
    }

    @Test
    void passesLogMessagesOnlyToThoseWhoAskForThem() throws Exception {
        assertThat(ask("tools/call", "\"name\":\"test_tool_with_logging\",", "").body())
                .doesNotContain("notifications/message");
        assertThat(askFor(
                                "tools/call",
                                "\"name\":\"test_tool_with_logging\",",
                                ",\"io.modelcontextprotocol/logLevel\":\"info\"")
                        .body())
                .contains("notifications/message");
    }

    @Test
    void saysSoWhereAStreamEndsWithoutTheAnswer() throws Exception {
        assertThat(answer(ask("tools/call", "\"name\":\"test_lost_answer\",", ""))
                        .at("/error/message")
                        .asText())
                .contains("without an answer");
    }

    @Test
    void sendsNothingThatWasDenied() throws Exception {
        scan.deciding(Decision.DENY);

        assertThat(ask("tools/call", "\"name\":\"echo\",", "").body()).contains("isError");
        assertThat(fixture.seen()).isEmpty();
    }

    @Test
    void leavesAServerOfTheClientsRevisionAlone() throws Exception {
        fixture.close();
        edge.close();
        fixture = FixtureHttp.start().onlyModern();
        edge = TestEdge.start(scan, fixture.url(), folder, Translated.ALL_CLIENTS);

        ask("tools/list", "", "");
        ask("tools/list", "", "");

        assertThat(methods()).containsExactly("server/discover", "tools/list", "tools/list");
        assertThat(headers(2).getFirst("Mcp-Method")).isEqualTo("tools/list");
    }

    private List<String> methods() throws IOException {
        List<String> methods = new ArrayList<>();
        for (String body : fixture.seen()) {
            methods.add(Json.mapper().readTree(body).path("method").asText());
        }
        return methods;
    }

    private Headers headers(int place) {
        return fixture.seenHeaders().get(place);
    }

    private HttpResponse<String> askFor(String method, String params, String meta) throws Exception {
        return ask(method, params, "", meta);
    }

    private HttpResponse<String> ask(String method, String params, String token) throws Exception {
        return ask(method, params, token, "");
    }

    private HttpResponse<String> ask(String method, String params, String token, String meta) throws Exception {
        HttpRequest.Builder request = request(method, body(method, params, meta));
        Matcher named = NAMED.matcher(params);
        if (named.find()) {
            request.header("Mcp-Name", named.group(1));
        }
        if (!token.isEmpty()) {
            request.header("Authorization", token);
        }
        return send(request);
    }

    private static String body(String method, String params, String meta) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"" + method + "\",\"params\":{" + params + "\"_meta\":{"
                + CLIENT + meta + "}}}";
    }

    private HttpRequest.Builder request(String method, String body) {
        return HttpRequest.newBuilder(edge.url())
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", method);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode answer(HttpResponse<String> response) throws IOException {
        String body = response.body();
        return Json.mapper()
                .readTree(
                        body.startsWith("{")
                                ? body
                                : body.substring(body.lastIndexOf("data: ") + 6).strip());
    }
}
