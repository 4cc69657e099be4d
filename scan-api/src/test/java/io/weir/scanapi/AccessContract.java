package io.weir.scanapi;

import static io.weir.scanapi.ContractApi.json;
import static io.weir.scanapi.ContractApi.ok;
import static io.weir.scanapi.ContractApi.reason;
import static io.weir.scanapi.ContractRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Rows about credentials: sections 1.1, 1.6 and 1.9. */
final class AccessContract {

    private static final String GET = json("{'method':'GET','url':'https://ok.example/a'}");

    private AccessContract() {}

    static List<ContractRow> rows() {
        return List.of(
                row("1.1a+F-016", "Authorization: Bearer iv_live_... is taken as it is", api -> {
                    ok(api.api.scan(GET, ContractApi.AGENT));
                }),
                row("1.1b", "an ephemeral key is sent in the same header", api -> {
                    String key = ok(api.agent("/v1/keys/ephemeral", "{}"))
                            .path("key")
                            .asText();
                    ok(api.api.scan(GET, "Authorization", "Bearer " + key));
                }),
                row("1.1c", "ephemeral keys begin with iv_eph_ where they are made by an iv_ key", api -> {
                    assertThat(ok(api.agent("/v1/keys/ephemeral", "{}"))
                                    .path("key")
                                    .asText())
                            .startsWith("iv_eph_");
                }),
                row("1.1d", "a key is shown once; its first 12 characters and a digest are kept", api -> {
                    JsonNode minted = api.mint("{'name':'reporter'}");
                    String list = ok(api.operatorGets("/v1/keys")).toString();
                    assertThat(list)
                            .contains(minted.path("prefix").asText())
                            .doesNotContain(minted.path("key").asText());
                    assertThat(minted.path("prefix").asText()).hasSize(12);
                }),
                row("1.1e+F-018", "a key stands for a tenant, an environment and a default agent", api -> {
                    String key = api.mint("{'name':'a','env':'production','default_agent_id':'agent-7'}")
                            .path("key")
                            .asText();
                    ok(api.api.scan(GET, "Authorization", "Bearer " + key));
                    var principal = api.api.events.events().get(0).principal();
                    assertThat(principal.tenant()).isEqualTo("acme");
                    assertThat(principal.environment()).isEqualTo("production");
                    assertThat(principal.agentId()).isEqualTo("agent-7");
                }),
                row("1.1f+F-017", "403 IP_NOT_ALLOWED from another network, counted for the key", api -> {
                    String key = api.mint("{'name':'a','cidrs':['10.0.0.0/8']}")
                            .path("key")
                            .asText();
                    assertThat(reason(api.api.scan(GET, "Authorization", "Bearer " + key), 403))
                            .isEqualTo("IP_NOT_ALLOWED");
                    assertThat(ok(api.operatorGets("/v1/keys"))
                                    .at("/keys/0/addresses_refused")
                                    .asInt())
                            .isEqualTo(1);
                }),
                row("1.1g", "a signed cookie of a person's login opens the pages", api -> {
                    ConsoleBrowser browser = new ConsoleBrowser(api.api);
                    assertThat(browser.open("/console").statusCode()).isEqualTo(302);
                    browser.logIn("an operator's long token");
                    assertThat(browser.open("/console").statusCode()).isEqualTo(200);
                    assertThat(browser.cookies).hasSize(1);
                }),
                row("1.6a+F-019", "POST /v1/keys/ephemeral: 600 s and one use unless it says otherwise", api -> {
                    JsonNode key = ok(api.agent("/v1/keys/ephemeral", "{'description':'for one call'}"));
                    assertThat(key.path("max_uses").asInt()).isEqualTo(1);
                    for (String member : List.of("key", "ephemeral_id", "prefix", "expires_at", "max_uses", "scope")) {
                        assertThat(key.has(member)).as(member).isTrue();
                    }
                    String bearer = "Bearer " + key.path("key").asText();
                    ok(api.api.scan(GET, "Authorization", bearer));
                    assertThat(api.api.scan(GET, "Authorization", bearer).statusCode())
                            .isEqualTo(401);
                }),
                row("1.6b", "ttl_seconds 1..86400, max_uses 1..1000", api -> {
                    for (String order : List.of("{'ttl_seconds':0}", "{'ttl_seconds':86401}", "{'max_uses':1001}")) {
                        assertThat(api.agent("/v1/keys/ephemeral", order).statusCode())
                                .isEqualTo(400);
                    }
                    String key = ok(api.agent("/v1/keys/ephemeral", "{'ttl_seconds':5}"))
                            .path("key")
                            .asText();
                    api.api.clock.advance(Duration.ofSeconds(5));
                    assertThat(api.api
                                    .scan(GET, "Authorization", "Bearer " + key)
                                    .statusCode())
                            .isEqualTo(401);
                }),
                row("1.6c", "ephemeral keys are listed with their state, and revoked", api -> {
                    JsonNode key = ok(api.agent("/v1/keys/ephemeral", "{}"));
                    String id = key.path("ephemeral_id").asText();
                    ok(api.operatorDeletes("/v1/keys/" + id));
                    assertThat(ok(api.operatorGets("/v1/keys")).toString()).contains("revoked");
                    assertThat(api.api
                                    .scan(
                                            GET,
                                            "Authorization",
                                            "Bearer " + key.path("key").asText())
                                    .statusCode())
                            .isEqualTo(401);
                }),
                row("1.6d", "POST /v1/keys takes tenant_id, name and default_agent_id of the operator", api -> {
                    assertThat(api.mint("{'tenant_id':'acme','name':'a','default_agent_id':'b'}")
                                    .path("key")
                                    .asText())
                            .startsWith("wr_live_");
                }),
                row("F-020", "rotation leaves the old key for the overlap, revoking ends it at once", api -> {
                    JsonNode old = api.mint("{'name':'a'}");
                    String oldKey = "Bearer " + old.path("key").asText();
                    JsonNode successor = ok(api.operator(
                            "/v1/keys/" + old.path("key_id").asText() + "/rotate", "{'overlap_seconds':60}"));
                    ok(api.api.scan(GET, "Authorization", oldKey));
                    ok(api.api.scan(
                            GET,
                            "Authorization",
                            "Bearer " + successor.path("key").asText()));
                    ok(api.operatorDeletes(
                            "/v1/keys/" + successor.path("key_id").asText()));
                    assertThat(api.api
                                    .scan(
                                            GET,
                                            "Authorization",
                                            "Bearer " + successor.path("key").asText())
                                    .statusCode())
                            .isEqualTo(401);
                    api.api.clock.advance(Duration.ofSeconds(60));
                    assertThat(api.api.scan(GET, "Authorization", oldKey).statusCode())
                            .isEqualTo(401);
                }),
                row("F-025", "a scanning key changes no policy, approves nothing and revokes no key", api -> {
                    String approval = api.held();
                    for (HttpResponse<String> refused : List.of(
                            api.agent("/v1/policies/apply", "{'name':'p','rules':[]}"),
                            api.agent("/v1/approvals/" + approval + "/approve", "{}"),
                            api.agent("/v1/keys", "{'name':'b'}"),
                            api.agentGets("/v1/keys"))) {
                        assertThat(reason(refused, 403)).isEqualTo("SCOPE_MISSING");
                    }
                }),
                row("1.9a+F-021", "POST /invoke takes a signed call within 60 s, once", api -> {
                    JsonNode key = api.mint("{'name':'s','kind':'agent','default_agent_id':'billing'}");
                    long now = api.api.clock.instant().getEpochSecond();
                    ok(invoke(api, key, "0123456789abcdef", now));
                    assertThat(invoke(api, key, "0123456789abcdef", now).statusCode())
                            .isEqualTo(401);
                    assertThat(invoke(api, key, "0123456789abcdeg", now - 61).statusCode())
                            .isEqualTo(401);
                }));
    }

    private static HttpResponse<String> invoke(ContractApi api, JsonNode key, String nonce, long seconds)
            throws Exception {
        String id = key.path("key_id").asText();
        byte[] secret = key.path("key").asText().getBytes(StandardCharsets.UTF_8);
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(GET.getBytes(StandardCharsets.UTF_8)));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        String signed = "weir-hmac-v1\nPOST /invoke\n" + id + "\n" + seconds + "\n" + nonce + "\n" + digest;
        return api.api.post(
                "/invoke",
                GET,
                "X-Weir-Key",
                id,
                "X-Weir-Timestamp",
                String.valueOf(seconds),
                "X-Weir-Nonce",
                nonce,
                "X-Weir-Signature",
                "v1=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }
}
