package io.weir.edge.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weir.edge.mcp.FakeScan;
import io.weir.edge.mcp.era.Translated;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls that their client gives up, before a server of the other era whose tool never ends. */
@Timeout(60)
class CancellationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String MODERN_META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    @TempDir
    private Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch brokenOff = new CountDownLatch(1);
    private volatile boolean modern;
    private HttpServer upstream;
    private TestEdge edge;

    @BeforeEach
    void start() throws Exception {
        upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.createContext("/", this::answer);
        upstream.setExecutor(threads);
        upstream.start();
        URI url = URI.create("http://127.0.0.1:" + upstream.getAddress().getPort() + "/mcp");
        edge = TestEdge.start(new FakeScan(), url, folder, Translated.ALL_CLIENTS);
    }

    @AfterEach
    void stop() {
        edge.close();
        stopped.countDown();
        upstream.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(body);
        if (body.contains("tools/call")) {
            neverEnds(exchange);
            return;
        }
        boolean asksModern = body.contains("server/discover");
        boolean known = asksModern == modern;
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] answer = (!known || !body.contains("\"id\"")
                        ? "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32601,\"message\":\"no\"}}"
                        : "{\"jsonrpc\":\"2.0\",\"id\":" + id(body) + ",\"result\":{\"protocolVersion\":\"2025-11-25\","
                                + "\"capabilities\":{},\"supportedVersions\":[\"2026-07-28\"]}}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 404, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String id(String body) {
        return body.replaceFirst("(?s).*\"id\":(\"[^\"]*\"|\\d+).*", "$1");
    }

    private void neverEnds(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try {
            do {
                exchange.getResponseBody().write(": still at it\n\n".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            } while (!stopped.await(20, TimeUnit.MILLISECONDS));
        } catch (IOException e) {
            brokenOff.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder post(String body) {
        return HttpRequest.newBuilder(edge.url())
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
    }

    private InputStream begin(HttpRequest.Builder call) throws Exception {
        InputStream stream =
                http.send(call.build(), BodyHandlers.ofInputStream()).body();
        assertThat(stream.read()).isNotNegative();
        return stream;
    }

    @Test
    void breaksTheExchangeOffWhereAClientOfASessionCancels() throws Exception {
        // Given
        modern = true;
        String session = http.send(
                        post("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{}}")
                                .build(),
                        BodyHandlers.ofString())
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
        begin(post("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":{\"name\":\"t\"}}")
                .header("Mcp-Session-Id", session));

        // When
        HttpRequest.Builder cancel =
                post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":5}}");
        assertThat(http.send(cancel.header("Mcp-Session-Id", session).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(202);

        // Then
        Awaitility.await().atMost(PATIENCE).until(() -> brokenOff.getCount() == 0);
    }

    @Test
    void cancelsInTheSessionWhereAClientWithoutOneGoesAway() throws Exception {
        InputStream stream =
                begin(post("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":{\"name\":\"t\","
                                + MODERN_META + "}}")
                        .header("Mcp-Method", "tools/call")
                        .header("Mcp-Name", "t"));

        stream.close();

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> seen.stream().anyMatch(body -> body.contains("notifications/cancelled")));
        assertThat(seen).anySatisfy(body -> assertThat(body).contains("initialize"));
    }
}
