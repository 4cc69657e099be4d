package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.scanapi.notice.Webhook;
import io.weir.testkit.http.PostServer;
import io.weir.testkit.http.PostServer.Answer;
import io.weir.testkit.http.PostServer.Post;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
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

    @TempDir
    private Path folder;

    private final AtomicInteger failures = new AtomicInteger();
    private final PostServer receiver = PostServer.start();

    @BeforeEach
    void listen() {
        receiver.answers(post -> new Answer(failures.getAndDecrement() > 0 ? 500 : 204, ""));
    }

    @AfterEach
    void stop() {
        receiver.close();
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

            assertThat(receiver.posts())
                    .extracting(notice -> notice.json().path("type").asText())
                    .containsExactly("approval.held", "approval.decided");
            assertThat(receiver.posts()).allSatisfy(notice -> {
                assertThat(notice.json().at("/data/approval_id").asText()).isEqualTo(approvalId);
                assertThat(notice.json().path("tenant_id").asText()).isEqualTo("acme");
                assertThat(notice.header("webhook-signature")).isEqualTo("v1," + expected(notice));
                assertThat(notice.header("webhook-timestamp"))
                        .isEqualTo(String.valueOf(node.api.clock.instant().getEpochSecond()));
            });
            assertThat(receiver.posts().get(1).json().at("/data/status").asText())
                    .isEqualTo("denied");
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

            assertThat(receiver.posts())
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
            assertThat(receiver.posts().get(0).json().path("type").asText()).isEqualTo("incident.referred");
            assertThat(receiver.posts().get(0).json().at("/data/incident_id").asText())
                    .isEqualTo(incident);
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

            assertThat(receiver.posts().get(1).header("webhook-id"))
                    .isEqualTo(receiver.posts().get(0).header("webhook-id"));
            assertThat(receiver.posts().get(1).body())
                    .isEqualTo(receiver.posts().get(0).body());
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
            JsonNode notice = receiver.posts().get(0).json();

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
                "webhook.private_permitted", "false", "webhook.url", "https://127.0.0.1:" + receiver.port() + "/"));
        try (CodeApi node = CodeApi.start(folder, settings, keys())) {
            node.held(5);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(logs.list)
                            .extracting(ILoggingEvent::getFormattedMessage)
                            .anyMatch(line -> line.contains("webhook_failed") && line.contains("AddressRefused")));
            assertThat(receiver.posts()).isEmpty();
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
            JsonNode message = receiver.posts().get(0).json();

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
        await().atMost(Duration.ofSeconds(20)).until(() -> receiver.posts().size() >= count);
    }

    private static String metrics(CodeApi node) {
        return node.api.get("/metrics", "Authorization", CodeApi.OPERATOR).body();
    }

    private static String expected(Post notice) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        String signed = notice.header("webhook-id") + "." + notice.header("webhook-timestamp") + "." + notice.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, String> settings(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "approvals.code_delivery",
                "none",
                "webhook.url",
                "http://127.0.0.1:" + receiver.port() + "/",
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
