package io.weir.edge.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.edge.mcp.FakeScan;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ScanRequest;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.Decision;
import io.weir.testkit.mcp.FixtureHttp;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class McpHandlerTest {

    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    @TempDir
    private Path folder;

    private final FakeScan scan = new FakeScan();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private FixtureHttp fixture;
    private TestEdge edge;

    @BeforeEach
    void start() throws Exception {
        fixture = FixtureHttp.start();
        edge = TestEdge.start(scan, fixture.url(), folder);
    }

    @AfterEach
    void stop() {
        edge.close();
        fixture.close();
    }

    @Test
    void passesASessionOfAnOlderRevision() throws Exception {
        String session = initialize();

        HttpResponse<String> response = post(call("echo", "{\"text\":\"hi\"}"), "Mcp-Session-Id", session);

        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(response.headers().firstValue("X-Accel-Buffering")).contains("no");
        assertThat(response.body()).contains("hi").contains("event: message").contains("id: ");
        assertThat(scan.headers().get(0).mcpSessionId()).isEqualTo(session);
        assertThat(scan.calls()).extracting(ScanRequest::url).containsExactly("mcp://echo");
        assertThat(scan.reads()).hasSize(1);
    }

    @Test
    void passesTheEndOfASessionAndWhatComesAfterIt() throws Exception {
        String session = initialize();

        assertThat(send(request().DELETE().header("Mcp-Session-Id", session)).statusCode())
                .isEqualTo(200);
        assertThat(post(call("echo", "{}"), "Mcp-Session-Id", session).statusCode())
                .isEqualTo(404);
    }

    @Test
    void passesRequestsOfTheModernRevision() throws Exception {
        HttpResponse<String> response = modern("echo", "{\"text\":\"hi\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("resultType").contains("hi");
    }

    @Test
    void refusesHeadersThatSayOtherThanTheBody() throws Exception {
        for (List<String> header : List.of(
                List.of("Mcp-Name", "other"), List.of("Mcp-Name", "ECHO"), List.of("Mcp-Method", "tools/list"))) {
            HttpResponse<String> response = send(modernRequest("echo", "{}").setHeader(header.get(0), header.get(1)));

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(json(response).path("error").path("code").asInt()).isEqualTo(-32020);
        }
        assertThat(fixture.seen()).isEmpty();
    }

    @Test
    void redactsTheHeadersThatRepeatArguments() throws Exception {
        scan.deciding(call -> FakeScan.answer(Decision.SANITIZE, Map.of("region", "[r\u00E9dacted]")));

        HttpResponse<String> response = send(modernRequest("test_header_tool", "{\"region\":\"secret-place\"}")
                .header("Mcp-Param-Region", "secret-place")
                .header("Mcp-Param-Other", "something else"));

        assertThat(response.body()).contains("region [r\u00E9dacted]");
        assertThat(fixture.seenHeaders().get(0).getFirst("Mcp-Param-Region")).startsWith("=?base64?");
        assertThat(fixture.seenHeaders().get(0).getFirst("Mcp-Param-Other")).isNull();
        assertThat(fixture.seen().get(0)).doesNotContain("secret-place");
        assertThat(scan.calls().get(0).headers()).containsEntry("Mcp-Param-Region", "secret-place");
    }

    @Test
    void linksARetryWithTheCallThatWantedInput() throws Exception {
        HttpResponse<String> first = modern("test_input_required_result_request_state", "{}");
        String state = events(first).path("result").path("requestState").asText();

        HttpResponse<String> second = send(modernRequest(
                "test_input_required_result_request_state",
                "{},\"requestState\":" + Json.text(state) + ",\"inputResponses\":{\"confirm\":{\"action\":\"accept\","
                        + "\"content\":{\"ok\":true}}}"));

        assertThat(second.body()).contains("state-ok");
        assertThat(scan.calls().get(1).parentTraceId()).isEqualTo("trace-of-the-fake");
        assertThat(Json.text(Objects.requireNonNull(scan.calls().get(1).body())))
                .contains("confirm")
                .doesNotContain(state);
    }

    @Test
    void refusesForeignHostsAndOrigins() throws Exception {
        String body = call("echo", "{}");
        for (String header : List.of("Host: evil.test", "Host: localhost\r\nOrigin: http://evil.test")) {
            String answer = raw("POST /mcp/fixture HTTP/1.1\r\n" + header
                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body);
            assertThat(answer).startsWith("HTTP/1.1 403");
        }
        assertThat(fixture.seen()).isEmpty();
    }

    @Test
    void refusesWhatIsNoMessageOrNotDeclaredAsOne() throws Exception {
        String session = initialize();
        String twice = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"method\":\"tools/call\"}";

        assertThat(post(twice, "Mcp-Session-Id", session).statusCode()).isEqualTo(400);
        assertThat(send(request()
                                .POST(BodyPublishers.ofString(call("echo", "{}")))
                                .header("Content-Type", "text/plain"))
                        .statusCode())
                .isEqualTo(415);
        assertThat(post(call("echo", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}"), "Mcp-Session-Id", session)
                        .statusCode())
                .isEqualTo(413);
        assertThat(fixture.seen()).hasSize(1);
    }

    @Test
    void passesABatchAsAWholeOrNotAtAll() throws Exception {
        String session = initialize();
        String batch = "[" + call("echo", "{\"text\":\"one\"}") + "," + call("echo", "{\"text\":\"two\"}") + "]";
        assertThat(post(batch, "Mcp-Session-Id", session).body())
                .contains("one")
                .contains("two");

        scan.deciding(call -> FakeScan.answer(
                Json.text(call.body() == null ? "" : call.body()).contains("two") ? Decision.DENY : Decision.ALLOW,
                null));
        int before = fixture.seen().size();
        assertThat(post(batch, "Mcp-Session-Id", session).body())
                .contains("DENY")
                .contains("not sent");
        assertThat(fixture.seen()).hasSize(before);

        assertThat(send(request()
                                .POST(BodyPublishers.ofString(batch))
                                .header("Content-Type", "application/json")
                                .header("MCP-Protocol-Version", "2025-11-25"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsThatAHeldCallIsAliveAndSendsItWhenAPersonAgrees() throws Exception {
        String session = initialize();
        scan.deciding(Decision.REQUIRE_APPROVAL);
        HttpRequest request = request()
                .POST(BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
                        + "{\"name\":\"echo\",\"arguments\":{\"text\":\"later\"},\"_meta\":{\"progressToken\":7}}}"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("Mcp-Session-Id", session)
                .build();
        try (InputStream stream =
                http.send(request, BodyHandlers.ofInputStream()).body()) {
            byte[] first = new byte[96];
            assertThat(stream.readNBytes(first, 0, 96)).isEqualTo(96);
            assertThat(new String(first, StandardCharsets.UTF_8)).contains("notifications/progress");
            scan.deciding(Decision.ALLOW).approval(ApprovalState.APPROVED);
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("later");
        }
    }

    @Test
    void aClientThatTakesTasksPollsForAHeldCallAndIsTheOneWhosePollSendsIt() throws Exception {
        // Given
        scan.deciding(Decision.REQUIRE_APPROVAL);
        String meta = META.replace("{}", "{\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}");
        HttpRequest.Builder call = modernRequest("echo", "{}")
                .POST(BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
                        + "{\"name\":\"echo\"," + meta + ",\"arguments\":{\"text\":\"later\"}}}"));
        JsonNode held = json(send(call)).path("result");
        String task = held.path("taskId").asText();
        assertThat(held.path("resultType").asText()).isEqualTo("task");
        HttpRequest.Builder poll = request()
                .POST(BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tasks/get\",\"params\":"
                        + "{\"taskId\":\"" + task + "\"," + meta + "}}"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tasks/get")
                .header("Mcp-Name", task);
        assertThat(json(send(poll)).at("/result/status").asText()).isEqualTo("working");
        assertThat(fixture.seen()).isEmpty();

        // When
        scan.deciding(Decision.ALLOW).approval(ApprovalState.APPROVED);
        String answer = send(poll).body();

        // Then
        assertThat(answer).contains("\"status\":\"completed\"", "later", "\"id\":2");
        assertThat(fixture.seen())
                .singleElement()
                .asString()
                .contains("tools/call")
                .doesNotContain(task);
        assertThat(fixture.seenHeaders().get(0).getFirst("Mcp-Method")).isEqualTo("tools/call");
        assertThat(fixture.seenHeaders().get(0).getFirst("Mcp-Name")).isEqualTo("echo");
        assertThat(send(poll).body()).contains("\"status\":\"completed\"");
        assertThat(fixture.seen()).hasSize(1);
    }

    @Test
    void isClosedWhileTheScanApiIsAway() throws Exception {
        String session = initialize();
        int before = fixture.seen().size();
        scan.unreachable(true);

        assertThat(post(call("echo", "{}"), "Mcp-Session-Id", session).body()).contains("SCAN_UNAVAILABLE");
        assertThat(fixture.seen()).hasSize(before);
        scan.unreachable(false);
        assertThat(post(call("echo", "{}"), "Mcp-Session-Id", session).body()).doesNotContain("isError");
    }

    @Test
    void leadsClientsToItsOwnMetadata() throws Exception {
        fixture.wantingToken();

        HttpResponse<String> refused = post(call("echo", "{}"), "X-Any", "1");
        String challenge = refused.headers().firstValue("WWW-Authenticate").orElse("");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(challenge)
                .contains("/.well-known/oauth-protected-resource/mcp/fixture")
                .contains("scope=\"files\"");

        URI metadata = URI.create(challenge.replaceFirst(".*resource_metadata=\"([^\"]*)\".*", "$1"));
        JsonNode described = json(send(HttpRequest.newBuilder(metadata)));
        assertThat(described.path("resource").asText()).isEqualTo(edge.url().toString());
        assertThat(described.path("authorization_servers").path(0).asText()).isEqualTo("https://login.test");
    }

    @Test
    void keepsClientsWithTokensOfTheirOwnApart() throws Exception {
        modernWithToken("Bearer one");
        modernWithToken("Bearer two");
        modernWithToken("Bearer one");

        List<String> sessions =
                scan.calls().stream().map(ScanRequest::sessionId).toList();
        assertThat(sessions.get(0))
                .isEqualTo(sessions.get(2))
                .isNotEqualTo(sessions.get(1))
                .doesNotContain("one");
    }

    @Test
    void answersForAServerThatIsAway() throws Exception {
        fixture.close();

        assertThat(post(call("echo", "{}"), "X-Any", "1").statusCode()).isEqualTo(502);
    }

    private void modernWithToken(String token) throws Exception {
        send(modernRequest("echo", "{}").header("Authorization", token));
    }

    private HttpResponse<String> modern(String tool, String arguments) throws Exception {
        return send(modernRequest(tool, arguments));
    }

    private HttpRequest.Builder modernRequest(String tool, String arguments) {
        return request()
                .POST(BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
                        + "{\"name\":\"" + tool + "\"," + META + ",\"arguments\":" + arguments + "}}"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", tool);
    }

    private String initialize() throws Exception {
        HttpResponse<String> response = post(
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-03-26\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"client\",\"version\":\"1\"}}}",
                "X-Any",
                "1");
        return response.headers().firstValue("Mcp-Session-Id").orElseThrow();
    }

    private HttpResponse<String> post(String body, String header, String value) throws Exception {
        return send(request()
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header(header, value));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(edge.url());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", edge.url().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String call(String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}";
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.mapper().readTree(response.body());
    }

    private static JsonNode events(HttpResponse<String> response) throws IOException {
        String body = response.body();
        return Json.mapper().readTree(body.substring(body.indexOf("data: ") + 6).strip());
    }
}
