package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.event.SessionEvent;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessControlTest {

    private static final String CALL = "{\"method\":\"GET\",\"url\":\"https://ok.example\"}";
    private static final String KEY = "iv_live_0123456789abcdefABCD";
    private static final Map<String, String> KEYS = Map.of("keys", "acme:" + KEY + ",beta:iv_live_betabetabetabeta");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer wrong",
                "Basic aTpq",
                "iv_live_0123456789abcdefABCD",
                "Bearer acme:x"
            })
    void refusesWhateverIsNotAKey(String authorization) {
        try (RunningApi api = RunningApi.start(KEYS)) {
            HttpResponse<String> response =
                    authorization.isEmpty() ? api.scan(CALL) : api.scan(CALL, "Authorization", authorization);

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(RunningApi.json(response).path("reason").asText()).isEqualTo("INVALID_KEY");
            assertThat(response.body()).doesNotContain("iv_live");
            assertThat(api.events.events()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"iv_live_0123456789abcdefABCD,acme", "iv_live_betabetabetabeta,beta"})
    void letsTheKeyDecideTheTenant(String key, String tenant) {
        try (RunningApi api = RunningApi.start(KEYS)) {
            HttpResponse<String> response =
                    api.scan(CALL, "Authorization", "bearer " + key, "X-Weir-Tenant", "somebody-else");

            assertThat(response.statusCode()).isEqualTo(200);
            SessionEvent event = api.events.events().get(0);
            assertThat(event.principal().tenant()).isEqualTo(tenant);
            assertThat(event.principal().sessionId())
                    .matches("agent:default:[0-9a-f]{12}")
                    .doesNotContain(key);
        }
    }

    @Test
    void checksAKeyAtHealthOnlyIfOneIsSent() {
        try (RunningApi api = RunningApi.start(KEYS)) {
            assertThat(api.get("/health").statusCode()).isEqualTo(200);
            assertThat(api.get("/health", "Authorization", "Bearer " + KEY).statusCode())
                    .isEqualTo(200);
            assertThat(api.get("/health", "Authorization", "Bearer wrong").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void takesTheTenantFromAHeaderWithoutKeys() {
        try (RunningApi api = RunningApi.start()) {
            api.scan(CALL);
            api.scan(CALL, "X-Weir-Tenant", "acme");

            assertThat(api.events.events())
                    .extracting(event -> event.principal().tenant())
                    .containsExactly("default", "acme");
            assertThat(api.scan(CALL, "X-Weir-Tenant", "a|b").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void keepsAgentsApartThatShareAKey() {
        try (RunningApi api = RunningApi.start(KEYS)) {
            for (String agent : new String[] {"reader", "writer"}) {
                api.scan(
                        "{\"method\":\"GET\",\"url\":\"https://ok.example\",\"agent_id\":\"" + agent + "\"}",
                        "Authorization",
                        "Bearer " + KEY);
            }

            assertThat(api.events.events())
                    .extracting(event -> event.principal().sessionKey())
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({"evil.example,403", "localhost.evil.example,403", "localhost,200", "127.0.0.1:1,200", "[::1]:4000,200"})
    void refusesForeignHostNamesOnLoopback(String host, int status) {
        try (RunningApi api = RunningApi.start()) {
            String answer = api.raw(("GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(answer).startsWith("HTTP/1.1 " + status);
        }
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example,403", "null,403", "http://localhost:3000,200"})
    void refusesPagesOfForeignHosts(String origin, int status) {
        try (RunningApi api = RunningApi.start()) {
            assertThat(api.scan(CALL, "Origin", origin).statusCode()).isEqualTo(status);
        }
    }

    @Test
    void letsConfiguredHostNamesThrough() {
        try (RunningApi api = RunningApi.start(Map.of("allowed_hosts", "weir.internal"))) {
            String answer = api.raw("GET /health HTTP/1.1\r\nHost: weir.internal\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(answer).startsWith("HTTP/1.1 200");
        }
    }
}
