package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An agent that has its scanning key and knows the whole API tries to get further. */
class LadderTest {

    private static final String ADMIN = "the operator's own token";
    private static final String ID = "7d9c2b1e-0f64-4c0a-b5d1-7d6e5f4a3b2c";
    private static final Map<String, String> SETTINGS =
            Map.of("admin_token", ADMIN, "keys", "acme:iv_live_0123456789abcdefABCD");

    /** Operations that no key opens, whoever has it, and the type of their bodies. */
    private static final Map<String, String> SIGNED = Map.of(
            "/v1/approvals/decisions", "application/json",
            "/v1/slack/interactions", "application/x-www-form-urlencoded");

    /** Every operation of the document that is not one of those an agent needs. */
    static List<String> operationsThatAreNotForAgents() {
        Set<String> forAgents = Set.of(
                "POST /v1/scan",
                "POST /v1/scan/response",
                "POST /v1/scan/batch",
                "POST /v1/a2a/scan",
                "POST /v1/keys/ephemeral",
                "GET /v1/approvals/{approval_id}",
                "GET /v1/approvals/{approval_id}/status",
                "POST /v1/approvals/confirm",
                "GET /v1/usage",
                "GET /v1/whoami");
        List<String> operations = new ArrayList<>();
        OpenApiDocument.load()
                .node()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    String operation = method.toUpperCase(Locale.ROOT) + " " + path.getKey();
                    // What only a signature opens has a test of its own below.
                    boolean byKey = !SIGNED.containsKey(path.getKey());
                    if (byKey && path.getKey().matches("/(v1|api)/.*") && !forAgents.contains(operation)) {
                        operations.add(operation);
                    }
                }));
        return operations;
    }

    @ParameterizedTest
    @MethodSource("operationsThatAreNotForAgents")
    void refusesWhateverIsNotForAgents(String operation) {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String path = operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[^}]*}", ID);
            HttpRequest.Builder request = HttpRequest.newBuilder(api.uri(path))
                    .header("Authorization", key(api, "{\"name\":\"agent\"}"))
                    .header("Content-Type", "application/json")
                    .method(operation.substring(0, operation.indexOf(' ')), BodyPublishers.ofString("{}"));

            HttpResponse<String> refused = api.send(request);

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
            assertThat(code(refused)).isEqualTo("SCOPE_MISSING");
        }
    }

    @ParameterizedTest
    @MethodSource("operationsThatAreNotForAgents")
    void refusesThemWithoutAnyKeyInOpenModeToo(String operation) {
        try (RunningApi api = RunningApi.start(Map.of("admin_token", ADMIN))) {
            String path = operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[^}]*}", ID);

            HttpResponse<String> refused = api.send(HttpRequest.newBuilder(api.uri(path))
                    .header("Content-Type", "application/json")
                    .header("X-Weir-Tenant", "acme")
                    .method(operation.substring(0, operation.indexOf(' ')), BodyPublishers.ofString("{}")));

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(401);
        }
    }

    @Test
    void refusesUnsignedDecisionsWhoeverSendsThem() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            List<String> senders = List.of(
                    "none", key(api, "{\"name\":\"agent\"}"), "Bearer " + ADMIN, "Bearer iv_live_0123456789abcdefABCD");
            SIGNED.forEach((path, type) -> senders.forEach(sender -> {
                HttpResponse<String> refused = api.send(HttpRequest.newBuilder(api.uri(path))
                        .header("Authorization", sender)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString("{}")));

                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(401);
                assertThat(code(refused)).isEqualTo("SIGNATURE_INVALID");
            }));
        }
    }

    @Test
    void doesNotLetAShortLivedKeyMakeAnother() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode first = RunningApi.json(api.post(
                    "/v1/keys/ephemeral", "{\"max_uses\":1}", "Authorization", "Bearer iv_live_0123456789abcdefABCD"));

            HttpResponse<String> refused = api.post(
                    "/v1/keys/ephemeral",
                    "{\"max_uses\":1000}",
                    "Authorization",
                    "Bearer " + first.path("key").asText());

            assertThat(code(refused)).isEqualTo("KEY_TOO_WIDE");
        }
    }

    @Test
    void keepsTheNetworksAgentAndPinOfAKeyInThoseThatItMakes() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String pinned = key(api, "{\"name\":\"a\",\"default_agent_id\":\"agent-7\",\"pinned\":true}");
            String child = "Bearer "
                    + RunningApi.json(api.post("/v1/keys/ephemeral", "{}", "Authorization", pinned))
                            .path("key")
                            .asText();

            HttpResponse<String> refused = api.scan(
                    "{\"method\":\"GET\",\"url\":\"https://ok.example\",\"agent_id\":\"agent-8\"}",
                    "Authorization",
                    child);

            assertThat(code(refused)).isEqualTo("KEY_PINNED");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"name":"b","scopes":["SCAN","POLICY"]}
        {"name":"b","kind":"token","role":"ADMIN"}
        {"name":"b","kind":"token","role":"REVIEWER"}
        {"name":"b","tenant_id":"beta"}
        {"name":"b"}
        {"name":"b","cidrs":["0.0.0.0/0"]}
        {"name":"b","cidrs":["127.0.0.0/8"],"ttl_seconds":7200}
        """)
    void doesNotLetAKeyMakerMakeMoreThanItIs(String order) {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String maker = key(
                    api,
                    "{\"name\":\"a\",\"scopes\":[\"SCAN\",\"KEYS\"],\"cidrs\":[\"127.0.0.0/8\"],\"ttl_seconds\":3600}");

            assertThat(code(api.post("/v1/keys", order, "Authorization", maker)))
                    .isEqualTo("KEY_TOO_WIDE");
            assertThat(api.post(
                                    "/v1/keys",
                                    "{\"name\":\"b\",\"cidrs\":[\"127.0.0.1\"],\"ttl_seconds\":600}",
                                    "Authorization",
                                    maker)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void doesNotLetOneTenantTouchTheKeysOfAnother() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode victim = RunningApi.json(api.post(
                    "/v1/keys", "{\"name\":\"v\",\"tenant_id\":\"beta\"}", "Authorization", "Bearer " + ADMIN));
            String admin = key(api, "{\"name\":\"Eve\",\"kind\":\"token\",\"role\":\"ADMIN\",\"tenant_id\":\"acme\"}");

            HttpResponse<String> refused = api.post(
                    "/v1/keys/" + victim.path("key_id").asText() + "/rotate",
                    "{}",
                    "Authorization",
                    admin,
                    "X-Weir-Tenant",
                    "beta");

            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(api.get("/v1/keys", "Authorization", admin, "X-Weir-Tenant", "beta")
                            .body())
                    .doesNotContain(victim.path("key_id").asText());
        }
    }

    private static String key(RunningApi api, String order) {
        HttpResponse<String> minted = api.post("/v1/keys", order, "Authorization", "Bearer " + ADMIN);
        assertThat(minted.statusCode()).as(minted.body()).isEqualTo(200);
        return "Bearer " + RunningApi.json(minted).path("key").asText();
    }

    private static String code(HttpResponse<String> response) {
        return RunningApi.json(response).path("code").asText();
    }
}
