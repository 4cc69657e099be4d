package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console as a browser sees it. */
class ConsoleTest {

    @TempDir
    private Path folder;

    private CodeApi node;
    private ConsoleBrowser browser;

    @BeforeEach
    void start() throws IOException {
        node = CodeApi.start(
                folder,
                Map.of("approvals.code_delivery", "none"),
                Map.of("keys", "acme:iv_live_0123456789abcdefABCD", "admin_token", "an operator's long token"));
        browser = new ConsoleBrowser(node.api);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void aPersonSeesAHeldCallApprovesItAndTheAgentMakesItOnce() {
        // Given
        String approvalId = node.held(4711);
        assertThat(browser.logIn(token("REVIEWER")).statusCode()).isEqualTo(303);

        // When
        String queue = browser.open("/console").body();
        HttpResponse<String> approved = browser.step(approvalId, "approve", "note", "asked the owner");

        // Then
        assertThat(queue).contains("send_money", approvalId, "Approve").doesNotContain("4711");
        assertThat(approved.statusCode()).isEqualTo(303);
        assertThat(browser.open("/console/approvals/" + approvalId).body())
                .contains("approved", "REVIEWER", "asked the owner")
                .doesNotContain("4711", "<button name=\"step\"");
        assertThat(browser.open("/console?tab=granted").body()).contains(approvalId);
        assertThat(node.pay(4711).path("decision").asText()).isEqualTo("ALLOW");
        assertThat(node.pay(4711).path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
        assertThat(browser.open("/console?tab=granted").body()).doesNotContain(approvalId);
        assertThat(browser.open("/console?tab=recent").body()).contains(approvalId);
    }

    @Test
    void aPersonRefusesNotesAndWaits() {
        browser.logIn(token("REVIEWER"));
        String approvalId = node.held(5);

        assertThat(browser.step(approvalId, "note", "note", "<b>who asked?</b>").statusCode())
                .isEqualTo(303);
        assertThat(browser.step(approvalId, "defer", "minutes", "120").statusCode())
                .isEqualTo(303);
        node.api.clock.advance(Duration.ofMinutes(100));
        assertThat(browser.step(approvalId, "deny").statusCode()).isEqualTo(303);

        assertThat(browser.open("/console/approvals/" + approvalId).body())
                .contains("&lt;b&gt;who asked?&lt;/b&gt;", "denied")
                .doesNotContain("<b>");
        assertThat(node.pay(5).path("decision").asText()).isEqualTo("DENY");
        assertThat(browser.send(
                                "/console/approvals/" + approvalId,
                                "form_word",
                                browser.formWord("/console"),
                                "step",
                                "approve")
                        .statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"REVIEWER,true", "ADMIN,true", "AUDITOR,false", "DEVELOPER,false"})
    void onlyRolesThatDecideGetButtons(String role, boolean decides) {
        browser.logIn(token(role));
        String approvalId = node.held(5);

        assertThat(browser.open("/console").body().contains("Approve</button>")).isEqualTo(decides);
        assertThat(browser.step(approvalId, "approve").statusCode()).isEqualTo(decides ? 303 : 403);
        assertThat(node.pay(5).path("decision").asText()).isEqualTo(decides ? "ALLOW" : "REQUIRE_APPROVAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iv_live_0123456789abcdefABCD", "wr_token_notone", ""})
    void nobodyLogsInWithTheKeyOfAnAgentOrNone(String token) {
        HttpResponse<String> refused = browser.logIn(token);

        assertThat(refused.statusCode()).isIn(401, 403);
        assertThat(refused.body()).contains("class=\"fault\"");
        assertThat(browser.cookies).isEmpty();
        assertThat(browser.open("/console").headers().firstValue("Location")).hasValue("/console/login");
    }

    @Test
    void anAgentWithItsKeyReachesNothing() {
        String approvalId = node.held(5);
        String[] key = {"Authorization", CodeApi.KEY};

        assertThat(node.api.get("/console", key).statusCode()).isEqualTo(302);
        assertThat(node.api.get("/console/approvals/" + approvalId, key).statusCode())
                .isEqualTo(302);
        assertThat(node.api
                        .post("/console/approvals/" + approvalId, "{\"step\":\"approve\"}", key)
                        .statusCode())
                .isEqualTo(415);
        assertThat(browser.send("/console/approvals/" + approvalId, "form_word", "", "step", "approve")
                        .statusCode())
                .isEqualTo(401);
        assertThat(node.pay(5).path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
    }

    @Test
    void aFormOfAnotherPageOrAnotherLoginDecidesNothing() {
        String approvalId = node.held(5);
        ConsoleBrowser other = new ConsoleBrowser(node.api);
        other.logIn(token("REVIEWER"));
        browser.logIn(token("REVIEWER"));

        for (String word : new String[] {"", "guessed", other.formWord("/console")}) {
            assertThat(browser.send("/console/approvals/" + approvalId, "form_word", word, "step", "approve")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(node.pay(5).path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
    }

    @Test
    void aLoginEndsWithItsTokenWithItsTimeAndWhenThePersonLeaves() {
        JsonNode token = mint("REVIEWER");
        browser.logIn(token.path("key").asText());
        String cookie = Objects.requireNonNull(browser.cookies.get("weir_login"));
        assertThat(browser.open("/console").statusCode()).isEqualTo(200);

        browser.send("/console/logout", "form_word", browser.formWord("/console"));
        assertThat(browser.cookies).isEmpty();

        browser.cookies.put(
                "weir_login", cookie.substring(0, cookie.length() - 1) + (cookie.endsWith("A") ? "B" : "A"));
        assertThat(browser.open("/console").statusCode()).isEqualTo(302);

        browser.logIn(token.path("key").asText());
        node.api.clock.advance(Duration.ofMinutes(481));
        assertThat(browser.open("/console").statusCode()).isEqualTo(302);

        browser.logIn(token.path("key").asText());
        assertThat(browser.open("/console").statusCode()).isEqualTo(200);
        operator("/v1/keys/" + token.path("key_id").asText() + "/rotate", "{\"overlap_seconds\":0}");
        assertThat(browser.open("/console").statusCode()).isEqualTo(302);
    }

    @Test
    void pagesRunNothingAndStandInNoFrame() {
        browser.logIn("an operator's long token");
        HttpResponse<String> page = browser.open("/console");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
                        + "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).doesNotContain("<script", "style=", "onclick");
        assertThat(browser.open("/console/style.css").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
        HttpResponse<String> login = new ConsoleBrowser(node.api).logIn("an operator's long token");
        assertThat(login.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/console"));
    }

    @Test
    void whatAgentsChooseIsTextAndNothingElse() {
        browser.logIn("an operator's long token");
        String agent = "<script>alert(1)</script>\\u202e\\\"'&";
        String approvalId = RunningApi.json(node.api.scan(
                        "{\"method\":\"POST\",\"url\":\"mcp://send_money\",\"body\":{\"amount\":9},\"agent_id\":\"a\","
                                + "\"agent_name\":\"" + agent + "\"}",
                        "Authorization",
                        CodeApi.KEY))
                .path("approval_id")
                .asText();

        assertThat(browser.open("/console/approvals/" + approvalId).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;?&quot;&#39;&amp;")
                .doesNotContain("<script", "\u202e");
    }

    @Test
    void whoeverFollowsALinkSeesTheCallAfterTheLogin() {
        String path = "/console/approvals/" + node.held(5);

        String login = browser.open(path).headers().firstValue("Location").orElseThrow();
        assertThat(browser.open(login).body()).contains("name=\"page\"");
        String wanted = login.substring(login.indexOf('=') + 1);

        assertThat(browser.send("/console/login", "token", token("REVIEWER"), "page", wanted)
                        .headers()
                        .firstValue("Location"))
                .hasValue(path);
        assertThat(browser.send("/console/login", "token", token("REVIEWER"), "page", "//evil.example")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/console");
    }

    @Test
    void nobodySeesTheCallsOfAnotherTenant() {
        String approvalId = node.held(5);
        browser.send("/console/login", "token", "an operator's long token", "tenant", "beta");

        assertThat(browser.open("/console").body()).doesNotContain(approvalId);
        assertThat(browser.open("/console/approvals/" + approvalId).statusCode())
                .isEqualTo(404);
    }

    @Test
    void isNotThereWhereItIsTurnedOff() throws IOException {
        try (CodeApi off = CodeApi.start(
                folder.resolve("off"),
                Map.of("console.enabled", "false", "approvals.code_delivery", "none"),
                Map.of("admin_token", "an operator's long token"))) {
            assertThat(off.api.get("/console").statusCode()).isEqualTo(404);
        }
    }

    private String token(String role) {
        return mint(role).path("key").asText();
    }

    private JsonNode mint(String role) {
        return RunningApi.json(
                operator("/v1/keys", "{\"kind\":\"token\",\"name\":\"" + role + "\",\"role\":\"" + role + "\"}"));
    }

    private HttpResponse<String> operator(String path, String body) {
        return node.api.post(path, body, "Authorization", CodeApi.OPERATOR, "X-Weir-Tenant", "acme");
    }
}
