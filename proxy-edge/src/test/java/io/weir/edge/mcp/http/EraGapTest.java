package io.weir.edge.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.weir.edge.mcp.FakeScan;
import io.weir.platform.json.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients and servers that share no revision, through the edge. */
class EraGapTest {

    private static final String META = "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}},\"name\":\"echo\"}";

    @TempDir
    private Path folder;

    private HttpServer upstream;
    private TestEdge edge;
    private volatile int status;
    private volatile String answer = "";

    @BeforeEach
    void start() throws Exception {
        upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        upstream.start();
        URI url = URI.create("http://127.0.0.1:" + upstream.getAddress().getPort() + "/mcp");
        edge = TestEdge.start(new FakeScan(), url, folder);
    }

    @AfterEach
    void stop() {
        edge.close();
        upstream.stop(0);
    }

    private HttpResponse<String> ask(String method, String params, int refusal, String error) throws Exception {
        status = refusal;
        answer = "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":" + error + "}";
        HttpRequest request = HttpRequest.newBuilder(edge.url())
                .POST(BodyPublishers.ofString(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static JsonNode error(HttpResponse<String> response) throws Exception {
        return Json.mapper().readTree(response.body()).path("error");
    }

    @Test
    void tellsAModernClientWhyAnOlderServerRefusesIt() throws Exception {
        HttpResponse<String> refused =
                ask("tools/call", META, 400, "{\"code\":-32000,\"message\":\"No session\",\"data\":{\"a\":1}}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused).path("code").asInt()).isEqualTo(-32000);
        assertThat(error(refused).path("message").asText())
                .startsWith("No session (weir: ")
                .contains("2026-07-28", "does not translate");
        assertThat(error(refused).path("data").path("a").asInt()).isOne();
    }

    @Test
    void tellsAnOlderClientWhyAModernServerRefusesIt() throws Exception {
        HttpResponse<String> refused = ask(
                "initialize",
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"c\",\"version\":\"1\"}}",
                404,
                "{\"code\":-32601,\"message\":\"Method not found\"}");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(error(refused).path("code").asInt()).isEqualTo(-32601);
        assertThat(error(refused).path("message").asText()).contains("knows no sessions", "2026-07-28");
    }

    @ParameterizedTest
    @CsvSource({
        "server/discover, 404, -32601",
        "server/discover, 400, -32000",
        "tools/call,      400, -32020",
        "tools/call,      400, -32022",
        "tools/call,      400, -32602",
        "tools/call,      200, -32000",
        "initialize,      400, -32022",
    })
    void leavesRefusalsAloneThatSpeakForThemselves(String method, int refusal, int code) throws Exception {
        String error = "{\"code\":" + code + ",\"message\":\"as it is\"}";

        assertThat(ask(method, META, refusal, error).body()).isEqualTo(answer);
    }
}
