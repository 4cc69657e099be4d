package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.messaging.memory.MemorySharedLogs;
import io.weir.scanapi.policy.PolicyChoice;
import io.weir.scanapi.policy.PolicyWatch;
import io.weir.testkit.http.PostServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What rules say besides their action reaches whoever it is for: in the answer, the record, the queue and the notice.
 */
class EscalationTest {

    private static final String POLICY = """
        name: payments
        rules:
          - {rule_id: wait, match: {tool_names: [send_money]}, action: REQUIRE_APPROVAL, escalate_to: treasury, tag: pci}
          - {rule_id: never, match: {tool_names: [drop_table]}, action: OPEN_INCIDENT, escalate_to: security, tag: ops,
             incident_severity: CRITICAL}
          - {rule_id: plain, match: {tool_names: [drop_index]}, action: OPEN_INCIDENT}
          - {rule_id: fine, match: {tool_names: [get_rate]}, action: ALLOW, escalate_to: treasury, tag: pci}
        """;
    private static final String OPERATOR_TOKEN = "an operator's long token";
    private static final String[] OPERATOR = {"Authorization", "Bearer " + OPERATOR_TOKEN, "X-Weir-Tenant", "default"};

    @TempDir
    private Path folder;

    private final PostServer receiver = PostServer.start();
    private PolicyWatch watch;
    private RunningApi api;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("payments.yaml"), POLICY);
        watch = PolicyWatch.start(PolicyChoice.of(folder), Duration.ofMinutes(5), new SimpleMeterRegistry());
        api = start("treasury=" + receiver.url("/treasury"), receiver.url("/all"));
    }

    private RunningApi start(String channels, String url) {
        Map<String, String> webhook = new TreeMap<>(Map.of(
                "webhook.url",
                url,
                "webhook.secret",
                "a secret of the receiver",
                "webhook.private_permitted",
                "true",
                "webhook.channels",
                channels));
        return RunningApi.startWithCases(webhook, Map.of("admin_token", OPERATOR_TOKEN), new MemorySharedLogs(), watch);
    }

    @AfterEach
    void stop() {
        api.close();
        watch.close();
        receiver.close();
    }

    @Test
    void theAnswerSaysWhomARuleEscalatesToAndHowItIsTagged() {
        JsonNode match = call("send_money").path("matched_policies").get(0);

        assertThat(match.path("escalate_to").asText()).isEqualTo("treasury");
        assertThat(match.path("tag").asText()).isEqualTo("pci");
    }

    @Test
    void aHeldCallTellsTheChannelItsRuleEscalatesTo() {
        String approvalId = call("send_money").path("approval_id").asText();

        await().until(() -> receiver.posts().size() == 2);
        assertThat(receiver.posts()).extracting(PostServer.Post::path).containsExactlyInAnyOrder("/all", "/treasury");
        assertThat(receiver.posts()).allSatisfy(post -> {
            assertThat(post.json().path("type").asText()).isEqualTo("approval.held");
            assertThat(post.json().path("escalate_to").toString()).isEqualTo("[\"treasury\"]");
            assertThat(post.json().at("/data/approval_id").asText()).isEqualTo(approvalId);
        });
    }

    @Test
    void whoeverDecidesSeesWhomItIsEscalatedTo() {
        String approvalId = call("send_money").path("approval_id").asText();

        JsonNode request = RunningApi.json(api.get("/v1/approvals/" + approvalId, OPERATOR))
                .path("request");
        assertThat(request.path("escalate_to").toString()).isEqualTo("[\"treasury\"]");
        assertThat(request.path("tags").toString()).isEqualTo("[\"pci\"]");
        ConsoleBrowser browser = new ConsoleBrowser(api);
        browser.send("/console/login", "token", OPERATOR_TOKEN, "tenant", "default");
        assertThat(browser.open("/console").body()).contains("escalated to treasury");
        assertThat(browser.open("/console/approvals/" + approvalId).body()).contains("treasury", "pci");
    }

    @Test
    void anIncidentIsAsSevereAsItsRuleSaysAndNamesItsChannelAlsoWhereNoUrlIsSetForIt() {
        call("drop_table");

        JsonNode incident = incidentOfPolicy();
        assertThat(incident.path("severity").asText()).isEqualTo("CRITICAL");
        assertThat(incident.at("/opening/escalate_to").toString()).isEqualTo("[\"security\"]");
        assertThat(incident.at("/opening/tags").toString()).isEqualTo("[\"ops\"]");
        await().untilAsserted(() -> assertThat(receiver.posts())
                .extracting(post -> post.json().path("escalate_to").toString())
                .contains("[\"security\"]"));
        assertThat(api.metrics.scrape()).contains("weir_webhook_notices_total{outcome=\"no_channel\"} 1.0");
    }

    @Test
    void anIncidentIsHighWhereTheRuleSaysNothing() {
        call("drop_index");

        JsonNode incident = incidentOfPolicy();
        assertThat(incident.path("severity").asText()).isEqualTo("HIGH");
        assertThat(incident.path("opening").has("escalate_to")).isFalse();
    }

    @Test
    void decisionsAreFoundByTheTagsOfTheirRules() {
        call("send_money");
        call("get_rate");
        call("drop_table");

        assertThat(exported("pci")).containsExactly("send_money", "get_rate");
        assertThat(exported("ops")).containsExactly("drop_table");
        assertThat(exported("none such")).isEmpty();
    }

    @Test
    void channelsThatAreNotSafeAreRefused() {
        assertThatThrownBy(() ->
                        start("treasury=ftp://127.0.0.1/", receiver.url("/all")).close())
                .hasMessageContaining("webhook");
        assertThatThrownBy(() -> start("treasury", receiver.url("/all")).close())
                .hasMessageContaining("channels");
        assertThatThrownBy(() -> start("treasury=" + receiver.url("/a"), "").close())
                .hasMessageContaining("channels need a url");
    }

    private JsonNode call(String tool) {
        return RunningApi.json(
                api.scan("{\"method\":\"POST\",\"url\":\"mcp://" + tool + "\",\"body\":{},\"agent_id\":\"bot\"}"));
    }

    private JsonNode incidentOfPolicy() {
        for (JsonNode incident :
                RunningApi.json(api.get("/v1/incidents", OPERATOR)).path("incidents")) {
            if (incident.at("/opening/trigger").asText().equals("POLICY")) {
                return incident;
            }
        }
        throw new AssertionError("no rule has opened an incident");
    }

    private List<String> exported(String tag) {
        JsonNode answer = RunningApi.json(
                api.get("/v1/decisions/export?format=json&tag=" + tag.replace(" ", "%20") + "&since=0", OPERATOR));
        return answer.path("decisions").findValuesAsText("tool");
    }
}
