package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weir.platform.json.Json;
import io.weir.scanapi.notice.Webhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What a receiver of notices gets, as a server that nobody here wrote checks it by the specification. */
class WebhookTest {

    private static final byte[] SECRET = "a secret of the receiver".getBytes(StandardCharsets.US_ASCII);
    private static final String SECRET_TEXT = "whsec_" + Base64.getEncoder().encodeToString(SECRET);

    private record Received(String id, String timestamp, String signature, String body) {
        JsonNode json() {
            try {
                return Json.mapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @TempDir
    private Path folder;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private HttpServer receiver = receiver();

    private static HttpServer receiver() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void listen() {
        receiver.createContext("/", this::take);
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 500 : 204, -1);
        exchange.close();
    }

    @Test
    void tellsOfAHeldCallAndOfWhatPeopleDecideSignedAsTheSpecificationSays() throws Exception {
        try (CodeApi node = CodeApi.start(folder, settings(Map.of()), keys())) {
            String approvalId = node.held(5);
            awaitReceived(1);
            node.api.post(
                    "/v1/approvals/" + approvalId + "/deny",
                    "{}",
                    "Authorization",
                    CodeApi.OPERATOR,
                    "X-Weir-Tenant",
                    "acme");
            awaitReceived(2);

            assertThat(received)
                    .extracting(notice -> notice.json().path("type").asText())
                    .containsExactly("approval.held", "approval.decided");
            assertThat(received).allSatisfy(notice -> {
                assertThat(notice.json().at("/data/approval_id").asText()).isEqualTo(approvalId);
                assertThat(notice.json().path("tenant_id").asText()).isEqualTo("acme");
                assertThat(notice.signature()).isEqualTo("v1," + expected(notice));
                assertThat(notice.timestamp())
                        .isEqualTo(String.valueOf(node.api.clock.instant().getEpochSecond()));
            });
            assertThat(received.get(1).json().at("/data/status").asText()).isEqualTo("denied");
        }
    }

    @Test
    void tellsOfAnIncident() throws IOException {
        try (CodeApi node = CodeApi.start(folder, settings(Map.of("webhook.events", "incident.opened")), keys())) {
            node.held(5);
            node.api.post(
                    "/v1/incidents",
                    "{\"title\":\"by hand\",\"severity\":\"HIGH\",\"agent_id\":\"bot\"}",
                    "Authorization",
                    CodeApi.OPERATOR,
                    "X-Weir-Tenant",
                    "acme");
            awaitReceived(1);

            assertThat(received)
                    .extracting(notice -> notice.json().path("type").asText())
                    .containsExactly("incident.opened");
        }
    }

    @Test
    void tellsOfAnIncidentAgainWhereSomebodyWantsItWhateverElseIsTold() throws IOException {
        try (CodeApi node = CodeApi.start(folder, settings(Map.of("webhook.events", "approval.held")), keys())) {
            String incident = RunningApi.json(operator(node, "/v1/incidents", "{\"title\":\"odd\"}"))
                    .path("incident_id")
                    .asText();

            HttpResponse<String> acted =
                    operator(node, "/v1/incidents/" + incident + "/actions", "{\"action\":\"notify\"}");

            assertThat(acted.statusCode()).as(acted.body()).isEqualTo(200);
            awaitReceived(1);
            assertThat(received.get(0).json().path("type").asText()).isEqualTo("incident.referred");
            assertThat(received.get(0).json().at("/data/incident_id").asText()).isEqualTo(incident);
        }
    }

    private static HttpResponse<String> operator(CodeApi node, String path, String body) {
        return node.api.post(path, body, "Authorization", CodeApi.OPERATOR, "X-Weir-Tenant", "acme");
    }

    @Test
    void triesAgainWithTheSameIdAndBody() throws IOException {
        failures.set(1);
        try (CodeApi node = CodeApi.start(folder, settings(Map.of()), keys())) {
            node.held(5);
            awaitReceived(2);

            assertThat(received.get(1).id()).isEqualTo(received.get(0).id());
            assertThat(received.get(1).body()).isEqualTo(received.get(0).body());
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(metrics(node))
                            .contains("weir_webhook_notices_total{outcome=\"delivered\"} 1.0"));
        }
    }

    @Test
    void bringsOneTimeCodesWhateverElseIsTold() throws IOException {
        Map<String, String> settings =
                settings(Map.of("approvals.code_delivery", "webhook", "webhook.events", "incident.opened"));
        try (CodeApi node = CodeApi.start(folder, settings, keys())) {
            String approvalId = node.held(5);
            awaitReceived(1);
            JsonNode notice = received.get(0).json();

            assertThat(notice.path("type").asText()).isEqualTo("approval.code");
            assertThat(node.confirm(notice.at("/data/code").asText(), approvalId)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void goesToNoPrivateAddressUnlessTheOperatorPermitsIt() throws IOException {
        ListAppender<ILoggingEvent> logs = new ListAppender<>();
        logs.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Webhook.class);
        logger.setLevel(Level.WARN);
        logger.addAppender(logs);
        Map<String, String> settings = settings(Map.of(
                "webhook.private_permitted",
                "false",
                "webhook.url",
                "https://127.0.0.1:" + receiver.getAddress().getPort() + "/"));
        try (CodeApi node = CodeApi.start(folder, settings, keys())) {
            node.held(5);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(logs.list)
                            .extracting(ILoggingEvent::getFormattedMessage)
                            .anyMatch(line -> line.contains("webhook_failed") && line.contains("AddressRefused")));
            assertThat(received).isEmpty();
        } finally {
            logger.detachAppender(logs);
        }
    }

    @Test
    void tellsSlackWithButtonsThatNameTheHeldCall() throws IOException {
        try (CodeApi node =
                CodeApi.start(folder, settings(Map.of("webhook.format", "slack", "webhook.secret", "")), keys())) {
            String approvalId = node.held(4711);
            awaitReceived(1);
            JsonNode message = received.get(0).json();

            assertThat(message.at("/blocks/0/text/type").asText()).isEqualTo("plain_text");
            assertThat(message.at("/blocks/0/text/text").asText())
                    .contains("send_money", approvalId)
                    .doesNotContain("4711");
            assertThat(message.at("/blocks/1/elements").findValuesAsText("value"))
                    .containsExactly(approvalId, approvalId);
            assertThat(message.at("/blocks/1/elements").findValuesAsText("action_id"))
                    .containsExactly("weir_approve", "weir_deny");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.example/a, whsec_YSBzZWNyZXQgb2YgdGhlIHJlY2VpdmVy, false",
        "https://user:pw@hooks.example/a, whsec_YSBzZWNyZXQgb2YgdGhlIHJlY2VpdmVy, false",
        "file:///etc/passwd, whsec_YSBzZWNyZXQgb2YgdGhlIHJlY2VpdmVy, true",
        "https://hooks.example/a, short, false",
        "https://hooks.example/a, '', false"
    })
    void refusesSettingsThatAreNotSafe(String url, String secret, String permitted) {
        Map<String, String> settings =
                Map.of("webhook.url", url, "webhook.secret", secret, "webhook.private_permitted", permitted);

        assertThatThrownBy(() -> CodeApi.start(folder, settings, keys()).close())
                .hasMessageContaining("webhook");
    }

    private void awaitReceived(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> received.size() >= count);
    }

    private static String metrics(CodeApi node) {
        return node.api.get("/metrics", "Authorization", CodeApi.OPERATOR).body();
    }

    private static String expected(Received notice) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        String signed = notice.id() + "." + notice.timestamp() + "." + notice.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, String> settings(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "approvals.code_delivery",
                "none",
                "webhook.url",
                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/",
                "webhook.secret",
                SECRET_TEXT,
                "webhook.private_permitted",
                "true"));
        settings.putAll(others);
        return settings;
    }

    private static Map<String, String> keys() {
        return Map.of("keys", "acme:iv_live_0123456789abcdefABCD", "admin_token", "an operator's long token");
    }
}
