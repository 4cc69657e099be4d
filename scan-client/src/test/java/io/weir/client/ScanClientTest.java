package io.weir.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weir.platform.config.Secret;
import io.weir.platform.json.Json;
import io.weir.schemas.api.Problem;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.api.ScanRequest;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.RiskBand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanClientTest {

    private static final ScanRequest CALL = new ScanRequest(
            "POST", "https://a.example/x", null, Map.of("a", 1), null, null, null, null, null, "s-1", null, null);

    /** Answers one exchange. */
    @FunctionalInterface
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static HttpServer server;
    private static volatile Answer answer = exchange -> {};

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/base/", exchange -> {
            answer.to(exchange);
            exchange.close();
        });
        server.setExecutor(THREADS);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        THREADS.shutdownNow();
    }

    private static ScanClient client() {
        return client(20_000);
    }

    private static ScanClient client(int answerMillis) {
        URI url = ScanClientConfig.baseUrl(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/base/");
        return new ScanClient(new ScanClientConfig(url, Secret.of("iv_live_key"), 20_000, answerMillis, 10_000));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] scanAnswer() {
        return Json.bytes(new ScanAnswer(
                Decision.SANITIZE,
                0.5,
                RiskBand.HIGH,
                List.of(),
                "t-1",
                "custom_proxy",
                "post",
                List.of(),
                List.of(),
                Map.of("a", 1.10),
                null,
                null,
                null,
                "s-1",
                List.of(),
                List.of()));
    }

    @Test
    void asksForADecisionWithKeyAndTraceHeaders() throws Exception {
        // Given
        var seen = new java.util.concurrent.atomic.AtomicReference<List<String>>();
        answer = exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.set(List.of(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("traceparent"),
                    exchange.getRequestHeaders().getFirst("baggage"),
                    exchange.getRequestHeaders().getFirst("Mcp-Session-Id"),
                    body));
            send(exchange, 200, scanAnswer());
        };

        // When
        ScanAnswer decision = client().scan(CALL, new CallerHeaders("00-1-2-01", "k=v", "m"));

        // Then
        assertThat(decision.decision()).isEqualTo(Decision.SANITIZE);
        assertThat(decision.traceId()).isEqualTo("t-1");
        assertThat(seen.get())
                .containsExactly(
                        "POST /base/v1/scan",
                        "Bearer iv_live_key",
                        "00-1-2-01",
                        "k=v",
                        "m",
                        "{\"method\":\"POST\",\"url\":\"https://a.example/x\",\"body\":{\"a\":1},\"session_id\":\"s-1\"}");
    }

    @Test
    void reportsAResponse() throws Exception {
        answer = exchange -> send(
                exchange,
                200,
                Json.bytes(new ResponseScanAnswer("t-1", List.of(), 2, "0".repeat(64), true, List.of())));

        ResponseScanAnswer report =
                client().observe(new ResponseScanRequest("t-1", "text", 200, null, null), CallerHeaders.NONE);

        assertThat(report.fieldsRedactedCount()).isEqualTo(2);
    }

    @Test
    void saysWhatTheScanApiRefused() {
        answer = exchange ->
                send(exchange, 413, Json.bytes(Problem.of(ErrorCode.PAYLOAD_TOO_LARGE, "300000 bytes", null, null)));

        assertThatExceptionOfType(ScanRefused.class)
                .isThrownBy(() -> client().scan(CALL, CallerHeaders.NONE))
                .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo("PAYLOAD_TOO_LARGE"));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 429, 500, 503})
    void countsOtherStatusesAsUnavailable(int status) {
        answer = exchange -> send(exchange, status, new byte[] {'{', '}'});

        assertThatExceptionOfType(ScanUnavailable.class)
                .isThrownBy(() -> client().scan(CALL, CallerHeaders.NONE))
                .withMessageContaining("" + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "not json: secret", "{\"decision\":\"SECRET\"}", "[]"})
    void doesNotTakeAnAnswerThatItCannotRead(String body) {
        answer = exchange -> send(exchange, 200, body.getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(ScanUnavailable.class)
                .isThrownBy(() -> client().scan(CALL, CallerHeaders.NONE))
                .satisfies(failure -> assertThat(failure.detail()).doesNotContainIgnoringCase("secret"));
    }

    @Test
    void givesUpOnAnAnswerBeyondItsLimit() {
        answer = exchange -> send(exchange, 200, new byte[10_001]);

        assertThatExceptionOfType(ScanUnavailable.class)
                .isThrownBy(() -> client().scan(CALL, CallerHeaders.NONE))
                .withMessageContaining("larger than 10000 bytes");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesUpOnAnAnswerThatDoesNotEnd(boolean headersFirst) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        answer = exchange -> {
            if (headersFirst) {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            }
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };

        assertThatExceptionOfType(ScanUnavailable.class)
                .isThrownBy(() -> client(1_000).scan(CALL, CallerHeaders.NONE))
                .withMessageContaining("within 1000 ms");
        over.countDown();
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }
        URI nowhere = URI.create("http://127.0.0.1:" + freePort);
        ScanClient client = new ScanClient(ScanClientConfig.SECTION.defaults().withUrl(nowhere));

        assertThatExceptionOfType(ScanUnavailable.class)
                .isThrownBy(() -> client.scan(CALL, CallerHeaders.NONE))
                .withMessageContaining(nowhere.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://h", "localhost:4000", "http://h/?q", "/v1", "http:///"})
    void doesNotTakeABaseUrlThatIsNone(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> ScanClientConfig.baseUrl(text));
    }
}
