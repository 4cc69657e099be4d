package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions that other systems pass on, signed as the specifications say. */
class RemoteDecisionsTest {

    private static final String SECRET = "a secret of the ticket system";
    private static final String OF_BETA = "a secret of another tenant";
    private static final String SLACK = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> SETTINGS = Map.of(
            "approvals.code_delivery", "none",
            "remote_approvals.secrets", "acme:" + SECRET + ",beta:" + OF_BETA,
            "remote_approvals.slack_signing_secret", SLACK,
            "remote_approvals.slack_tenant", "acme",
            "remote_approvals.slack_people", "U024BE7LH=ann,U024BE7LJ=bob");
    private static final Map<String, String> KEYS =
            Map.of("keys", "acme:iv_live_0123456789abcdefABCD", "admin_token", "an operator's long token");

    @TempDir
    private Path folder;

    private CodeApi node;

    @BeforeEach
    void start() throws IOException {
        node = CodeApi.start(folder, SETTINGS, KEYS);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource({"approve, approved, ALLOW", "deny, denied, DENY"})
    void aSignedDecisionCounts(String decision, String status, String afterwards) {
        HttpResponse<String> decided = post(SECRET, "msg_1", now(), body(node.held(5), decision));

        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        OpenApiDocument.load().assertValid("ApprovalStatusAnswer", decided.body());
        assertThat(RunningApi.json(decided).path("status").asText()).isEqualTo(status);
        assertThat(node.pay(5).path("decision").asText()).isEqualTo(afterwards);
    }

    @Test
    void whatThePersonIsSaidToBeIsWrittenDown() {
        String approvalId = node.held(5);

        post(SECRET, "msg_1", now(), body(approvalId, "approve"));

        assertThat(node.api
                        .get("/v1/approvals/" + approvalId, "Authorization", CodeApi.OPERATOR, "X-Weir-Tenant", "acme")
                        .body())
                .contains("decided by Ann: ticket 7", "\"agreed\":[\"webhook\"]");
    }

    @Test
    void aDecisionThatIsNotSignedOrTooOldOrForAnotherTenantDecidesNothing() {
        String approvalId = node.held(5);
        String body = body(approvalId, "approve");

        assertThat(status(post("some other secret", "msg_1", now(), body))).isEqualTo("401 SIGNATURE_INVALID");
        assertThat(status(post(SECRET, "msg_2", now() - 301, body))).isEqualTo("401 SIGNATURE_INVALID");
        assertThat(status(post(SECRET, "msg_3", now() + 301, body))).isEqualTo("401 SIGNATURE_INVALID");
        assertThat(status(post(OF_BETA, "msg_4", now(), body))).isEqualTo("404 NOT_FOUND");
        assertThat(status(node.api.post("/v1/approvals/decisions", body, "Authorization", CodeApi.KEY)))
                .isEqualTo("401 SIGNATURE_INVALID");
        assertThat(status(node.api.post("/v1/approvals/decisions", body, "Authorization", CodeApi.OPERATOR)))
                .isEqualTo("401 SIGNATURE_INVALID");
        assertThat(node.pay(5).path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
    }

    @Test
    void aCopyOfADecisionDecidesNothingMore() {
        String first = node.held(5);
        long seconds = now();
        post(SECRET, "msg_1", seconds, body(first, "approve"));
        node.pay(5);
        String second = node.held(5);

        assertThat(status(post(SECRET, "msg_1", seconds, body(first, "approve"))))
                .isEqualTo("401 REQUEST_REPLAYED");
        assertThat(status(post(SECRET, "msg_2", seconds, body(first, "approve"))))
                .isEqualTo("409 APPROVAL_CLOSED");
        assertThat(second).isNotEqualTo(first);
        assertThat(node.pay(5).path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
    }

    @Test
    void allSystemsOfATenantAreOnePerson() throws IOException {
        try (CodeApi two = CodeApi.start(
                folder.resolve("two"),
                Map.of(
                        "approvals.code_delivery", "none",
                        "approvals.people_needed", "2",
                        "remote_approvals.secrets", "acme:" + SECRET + ",acme:" + OF_BETA),
                KEYS)) {
            node.close();
            node = two;
            String approvalId = node.held(5);

            assertThat(status(post(SECRET, "msg_1", now(), body(approvalId, "approve"))))
                    .isEqualTo("200 ");
            assertThat(status(post(OF_BETA, "msg_1", now(), body(approvalId, "approve"))))
                    .isEqualTo("409 APPROVAL_CLOSED");
            assertThat(node.pay(5).path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"approval_id\":\"a\",\"decision\":\"perhaps\"}", "[]", "{\"decision\":\"deny\"}"})
    void aSignedPostThatIsNoDecisionIsRefused(String body) {
        assertThat(status(post(SECRET, "msg_1", now(), body))).isEqualTo("400 REQUEST_INVALID");
    }

    @ParameterizedTest
    @CsvSource({"weir_approve, ALLOW", "weir_deny, DENY"})
    void aButtonInSlackDecides(String button, String afterwards) {
        String approvalId = node.held(5);

        assertThat(status(press("U024BE7LH", button, approvalId, now(), SLACK))).isEqualTo("200 ");
        assertThat(node.pay(5).path("decision").asText()).isEqualTo(afterwards);
    }

    @Test
    void aButtonCountsOnlyFromThePeopleNamedSignedAndInTime() {
        String approvalId = node.held(5);

        assertThat(status(press("U0STRANGER", "weir_approve", approvalId, now(), SLACK)))
                .isEqualTo("403 SCOPE_MISSING");
        assertThat(status(press("U024BE7LH", "weir_approve", approvalId, now() - 301, SLACK)))
                .isEqualTo("401 SIGNATURE_INVALID");
        assertThat(status(press("U024BE7LH", "weir_approve", approvalId, now(), "another secret of somebody")))
                .isEqualTo("401 SIGNATURE_INVALID");
        assertThat(status(press("U024BE7LH", "of_another_app", approvalId, now(), SLACK)))
                .isEqualTo("400 REQUEST_INVALID");
        assertThat(node.pay(5).path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
    }

    @Test
    void nothingIsTakenWhereNothingIsSet() throws IOException {
        try (CodeApi bare = CodeApi.start(folder.resolve("bare"), Map.of("approvals.code_delivery", "none"), KEYS)) {
            node.close();
            node = bare;
            String approvalId = node.held(5);
            node.api.clock.advance(Duration.ofSeconds(1));

            assertThat(status(post("none", "msg_1", now(), body(approvalId, "approve"))))
                    .isEqualTo("401 SIGNATURE_INVALID");
            assertThat(status(press("U024BE7LH", "weir_approve", approvalId, now(), "x")))
                    .isEqualTo("401 SIGNATURE_INVALID");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "remote_approvals.secrets, short",
        "remote_approvals.secrets, acme:short",
        "remote_approvals.slack_signing_secret, short",
        "remote_approvals.slack_people, ann",
        "remote_approvals.slack_tenant, a|b"
    })
    void settingsThatCannotBeSafeAreRefused(String name, String value) {
        assertThatThrownBy(() -> CodeApi.start(folder.resolve("bad"), Map.of(name, value), KEYS)
                        .close())
                .hasMessageContaining("remote_approvals");
    }

    private HttpResponse<String> post(String secret, String id, long seconds, String body) {
        String signature = Base64.getEncoder().encodeToString(SlackPress.sign(secret, id + "." + seconds + "." + body));
        return node.api.post(
                "/v1/approvals/decisions",
                body,
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(seconds),
                "webhook-signature",
                "v1,AAAA v1," + signature);
    }

    private HttpResponse<String> press(String user, String button, String approvalId, long seconds, String secret) {
        return node.api.send(new SlackPress(user, button, approvalId).signed(node.api, seconds, secret));
    }

    private static String body(String approvalId, String decision) {
        return "{\"approval_id\":\"" + approvalId + "\",\"decision\":\"" + decision
                + "\",\"decided_by\":\"Ann\",\"note\":\"ticket 7\"}";
    }

    private long now() {
        return node.api.clock.instant().getEpochSecond();
    }

    private static String status(HttpResponse<String> response) {
        return response.statusCode() + " "
                + RunningApi.json(response).path("reason").asText();
    }
}
