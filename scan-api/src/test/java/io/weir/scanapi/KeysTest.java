package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.schemas.event.SessionEvent;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

    private static final String CALL = "{\"method\":\"GET\",\"url\":\"https://ok.example\"}";
    private static final String ADMIN = "the operator's own token";
    private static final Map<String, String> SETTINGS =
            Map.of("admin_token", ADMIN, "keys", "acme:iv_live_0123456789abcdefABCD");

    private final OpenApiDocument document = OpenApiDocument.load();

    @Test
    void makesAKeyThatIsBoundToTenantEnvironmentAndAgent() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode minted = mint(
                    api,
                    "{\"name\":\"reporter\",\"tenant_id\":\"beta\",\"env\":\"production\",\"default_agent_id\":\"agent-7\"}");

            document.assertValid("KeyAnswer", minted);
            assertThat(minted.path("key").asText())
                    .matches("wr_live_[A-Za-z0-9]{40}")
                    .startsWith(minted.path("prefix").asText());
            assertThat(minted.path("prefix").asText()).hasSize(12);
            assertThat(scan(api, minted).statusCode()).isEqualTo(200);
            SessionEvent event = api.events.events().get(0);
            assertThat(event.principal().tenant()).isEqualTo("beta");
            assertThat(event.principal().environment()).isEqualTo("production");
            assertThat(event.principal().agentId()).isEqualTo("agent-7");
        }
    }

    @Test
    void neverShowsAKeyAgain() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String key = mint(api, "{\"name\":\"reporter\"}").path("key").asText();

            HttpResponse<String> list = api.get("/v1/keys", "Authorization", "Bearer " + ADMIN);

            document.assertValid("KeyList", list.body());
            assertThat(RunningApi.json(list).path("keys")).hasSize(1);
            assertThat(list.body()).doesNotContain(key).doesNotContain("digest");
        }
    }

    @Test
    void refusesARevokedKeyOnEveryNodeAtOnce() {
        try (RunningApi api = RunningApi.start(SETTINGS);
                RunningApi another = api.another(SETTINGS)) {
            JsonNode minted = mint(api, "{\"name\":\"reporter\",\"tenant_id\":\"default\"}");
            assertThat(scan(another, minted).statusCode()).isEqualTo(200);

            HttpResponse<String> revoked = delete(another, minted);

            assertThat(RunningApi.json(revoked).path("state").asText()).isEqualTo("revoked");
            assertThat(code(scan(api, minted))).isEqualTo("INVALID_KEY");
            assertThat(code(scan(another, minted))).isEqualTo("INVALID_KEY");
            try (RunningApi restarted = api.another(SETTINGS)) {
                assertThat(code(scan(restarted, minted))).isEqualTo("INVALID_KEY");
            }
        }
    }

    @Test
    void keepsARotatedKeyForTheOverlap() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode old = mint(api, "{\"name\":\"reporter\"}");

            JsonNode successor = RunningApi.json(
                    admin(api, "/v1/keys/" + old.path("key_id").asText() + "/rotate", "{\"overlap_seconds\":3600}"));

            document.assertValid("KeyAnswer", successor);
            assertThat(scan(api, old).statusCode()).isEqualTo(200);
            assertThat(scan(api, successor).statusCode()).isEqualTo(200);
            api.clock.advance(Duration.ofHours(1));
            assertThat(code(scan(api, old))).isEqualTo("INVALID_KEY");
            assertThat(scan(api, successor).statusCode()).isEqualTo(200);
            assertThat(code(admin(api, "/v1/keys/" + old.path("key_id").asText() + "/rotate", "{}")))
                    .isEqualTo("KEY_ENDED");
        }
    }

    @Test
    void refusesAnExpiredKey() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode minted = mint(api, "{\"name\":\"reporter\",\"ttl_seconds\":60}");

            api.clock.advance(Duration.ofSeconds(59));
            assertThat(scan(api, minted).statusCode()).isEqualTo(200);
            api.clock.advance(Duration.ofSeconds(1));
            assertThat(code(scan(api, minted))).isEqualTo("INVALID_KEY");
        }
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8,IP_NOT_ALLOWED", "127.0.0.0/8,", "::1/128,IP_NOT_ALLOWED", "127.0.0.1,"})
    void refusesAKeyFromAForeignNetworkAndCountsIt(String cidr, String refused) {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode minted = mint(api, "{\"name\":\"reporter\",\"cidrs\":[\"" + cidr + "\"]}");

            HttpResponse<String> scanned = scan(api, minted);

            assertThat(scanned.statusCode()).isEqualTo(refused == null ? 200 : 403);
            assertThat(code(scanned)).isEqualTo(refused == null ? "" : refused);
            JsonNode listed = RunningApi.json(api.get("/v1/keys", "Authorization", "Bearer " + ADMIN));
            assertThat(listed.at("/keys/0/addresses_refused").asInt()).isEqualTo(refused == null ? 0 : 1);
        }
    }

    @Test
    void takesAKeyThatClientsOfTheScanProtocolAlreadyHave() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String key = "iv_live_abcdefghijklmnopqrstuvwxyz";

            mint(api, "{\"name\":\"old client\",\"tenant_id\":\"gamma\",\"key\":\"" + key + "\"}");

            assertThat(api.scan(CALL, "Authorization", "Bearer " + key).statusCode())
                    .isEqualTo(200);
            assertThat(api.events.events().get(0).principal().tenant()).isEqualTo("gamma");
        }
    }

    @Test
    void letsAPinnedKeySpeakForNobodyElse() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode pinned = mint(
                    api, "{\"name\":\"a\",\"env\":\"production\",\"default_agent_id\":\"agent-7\",\"pinned\":true}");
            String bearer = "Bearer " + pinned.path("key").asText();

            assertThat(code(api.scan(CALL.replace("}", ",\"env\":\"lab\"}"), "Authorization", bearer)))
                    .isEqualTo("KEY_PINNED");
            assertThat(code(api.scan(CALL.replace("}", ",\"agent_id\":\"other\"}"), "Authorization", bearer)))
                    .isEqualTo("KEY_PINNED");
            assertThat(scan(api, pinned).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ADMIN     | SCAN, READ, APPROVE, POLICY, RESPOND, KEYS
            DEVELOPER | SCAN, READ, POLICY
            REVIEWER  | READ, APPROVE, RESPOND
            AUDITOR   | READ
            """)
    void givesAPersonTheScopesOfTheRole(String role, String scopes) {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode token = mint(api, "{\"kind\":\"token\",\"name\":\"Ana\",\"role\":\"" + role + "\"}");
            String bearer = "Bearer " + token.path("key").asText();

            assertThat(token.path("scopes")).extracting(JsonNode::asText).containsExactly(scopes.split(", "));
            assertThat(api.get("/v1/keys", "Authorization", bearer).statusCode())
                    .isEqualTo(role.equals("ADMIN") ? 200 : 403);
            assertThat(api.scan(CALL, "Authorization", bearer).statusCode())
                    .isEqualTo(scopes.contains("SCAN") ? 200 : 403);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                   | name: missing
            {"name":"a","cidrs":["10.0.0.0/33"]}                 | cidrs: needs a network
            {"name":"a","cidrs":["evil.example"]}                | cidrs: needs a network
            {"name":"a","kind":"token"}                          | role: a token needs one
            {"name":"a","role":"ADMIN"}                          | role: a token needs one
            {"name":"a","kind":"ephemeral"}                      | kind: short-lived
            {"name":"a","kind":"agent"}                          | default_agent_id
            {"name":"a","key":"iv_live_short"}                   | key: only scanning keys
            {"name":"a","scopes":["ROOT"]}                       | scopes: must hold only
            {"name":"a","ttl_seconds":0}                         | ttl_seconds: must be
            """)
    void refusesOrdersThatMakeNoSense(String order, String fault) {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            HttpResponse<String> refused = admin(api, "/v1/keys", order);

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(RunningApi.json(refused).path("detail").asText()).contains(fault);
        }
    }

    @Test
    void needsTheOperatorsTokenInOpenModeToo() {
        try (RunningApi api = RunningApi.start(Map.of("admin_token", ADMIN))) {
            assertThat(api.scan(CALL).statusCode()).isEqualTo(200);
            assertThat(api.get("/v1/keys").statusCode()).isEqualTo(401);
            assertThat(api.get("/v1/keys", "Authorization", "Bearer anything").statusCode())
                    .isEqualTo(401);
            assertThat(api.get("/v1/keys", "Authorization", "Bearer " + ADMIN).statusCode())
                    .isEqualTo(200);
            assertThat(code(api.scan(CALL, "Authorization", "Bearer wr_live_unknown")))
                    .isEqualTo("INVALID_KEY");
        }
    }

    @Test
    void saysWhichMethodsAPathWithAnIdAnswersTo() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            HttpResponse<String> refused = api.get("/v1/keys/some-id", "Authorization", "Bearer " + ADMIN);

            assertThat(refused.statusCode()).isEqualTo(405);
            assertThat(refused.headers().firstValue("Allow")).contains("DELETE");
        }
    }

    private static JsonNode mint(RunningApi api, String order) {
        HttpResponse<String> minted = admin(api, "/v1/keys", order);
        assertThat(minted.statusCode()).as(minted.body()).isEqualTo(200);
        return RunningApi.json(minted);
    }

    private static HttpResponse<String> admin(RunningApi api, String path, String body) {
        return api.post(path, body, "Authorization", "Bearer " + ADMIN);
    }

    private static HttpResponse<String> scan(RunningApi api, JsonNode minted) {
        return api.scan(CALL, "Authorization", "Bearer " + minted.path("key").asText());
    }

    private static HttpResponse<String> delete(RunningApi api, JsonNode minted) {
        return api.send(HttpRequest.newBuilder(
                        api.uri("/v1/keys/" + minted.path("key_id").asText()))
                .header("Authorization", "Bearer " + ADMIN)
                .DELETE());
    }

    private static String code(HttpResponse<String> response) {
        return RunningApi.json(response).path("code").asText();
    }
}
