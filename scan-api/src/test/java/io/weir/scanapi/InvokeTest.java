package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Signs as an agent does that has only read the documentation. */
class InvokeTest {

    private static final String CALL = "{\"method\":\"GET\",\"url\":\"https://ok.example\"}";
    private static final String NONCE = "0123456789abcdef";
    private static final Map<String, String> SETTINGS = Map.of("admin_token", "the operator's own token");

    @Test
    void judgesASignedCallForTheAgentOfTheKey() throws Exception {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode key = agentKey(api);

            HttpResponse<String> answer = invoke(api, key, NONCE, seconds(api), CALL, CALL);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(RunningApi.json(answer).path("decision").asText()).isEqualTo("ALLOW");
            assertThat(api.events.events().get(0).principal().agentId()).isEqualTo("billing");
        }
    }

    @Test
    void takesARequestOnce() throws Exception {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode key = agentKey(api);
            invoke(api, key, NONCE, seconds(api), CALL, CALL);

            assertThat(code(invoke(api, key, NONCE, seconds(api), CALL, CALL))).isEqualTo("REQUEST_REPLAYED");
            assertThat(invoke(api, key, NONCE + "x", seconds(api), CALL, CALL).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void takesARequestOnceOverAllNodesAndRestarts() throws Exception {
        try (RunningApi api = RunningApi.start(SETTINGS);
                RunningApi another = api.another(SETTINGS)) {
            JsonNode key = agentKey(api);
            invoke(api, key, NONCE, seconds(api), CALL, CALL);

            assertThat(code(invoke(another, key, NONCE, seconds(api), CALL, CALL)))
                    .isEqualTo("REQUEST_REPLAYED");
            try (RunningApi restarted = api.another(SETTINGS)) {
                assertThat(code(invoke(restarted, key, NONCE, seconds(api), CALL, CALL)))
                        .isEqualTo("REQUEST_REPLAYED");
            }
            assertThat(another.events.events()).isEmpty();
        }
    }

    @Test
    void ofTwoNodesThatGetARequestAtOnceOneTakesIt() throws Exception {
        try (RunningApi api = RunningApi.start(SETTINGS);
                RunningApi another = api.another(SETTINGS)) {
            JsonNode key = agentKey(api);
            ExecutorService senders = Executors.newFixedThreadPool(2);
            for (int i = 0; i < 20; i++) {
                String nonce = NONCE + i;
                List<Future<Integer>> answers = senders.invokeAll(List.of(
                        () -> invoke(api, key, nonce, seconds(api), CALL, CALL).statusCode(),
                        () -> invoke(another, key, nonce, seconds(api), CALL, CALL)
                                .statusCode()));

                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 401);
            }
            senders.shutdownNow();
        }
    }

    @Test
    void aReplayCostsTheKeyNothing() throws Exception {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode key = agentKey(api);
            invoke(api, key, NONCE, seconds(api), CALL, CALL);
            for (int i = 0; i < 5; i++) {
                invoke(api, key, NONCE, seconds(api), CALL, CALL);
            }

            JsonNode usage = RunningApi.json(api.get(
                    "/v1/usage", "Authorization", "Bearer the operator's own token", "X-Weir-Tenant", "default"));
            assertThat(usage.path("scans_used").asInt()).isEqualTo(1);
        }
    }

    @Test
    void refusesWhatIsOlderOrNewerThanAMinute() throws Exception {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode key = agentKey(api);
            long now = seconds(api);

            assertThat(code(invoke(api, key, NONCE, now - 61, CALL, CALL))).isEqualTo("SIGNATURE_INVALID");
            assertThat(code(invoke(api, key, NONCE, now + 61, CALL, CALL))).isEqualTo("SIGNATURE_INVALID");
            assertThat(invoke(api, key, NONCE, now - 60, CALL, CALL).statusCode())
                    .isEqualTo(200);
            api.clock.advance(Duration.ofSeconds(1));
            assertThat(code(invoke(api, key, NONCE, now - 60, CALL, CALL))).isEqualTo("SIGNATURE_INVALID");
        }
    }

    @Test
    void refusesAnotherBodyThanTheOneSigned() throws Exception {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode key = agentKey(api);

            HttpResponse<String> refused =
                    invoke(api, key, NONCE, seconds(api), CALL, CALL.replace("ok.example", "other.example"));

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(code(refused)).isEqualTo("SIGNATURE_INVALID");
            assertThat(api.events.events()).isEmpty();
        }
    }

    @Test
    void refusesARequestWithoutSignatureAndTheSecretAsAKey() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode key = agentKey(api);
            String bearer = "Bearer " + key.path("key").asText();

            assertThat(code(api.post("/invoke", CALL))).isEqualTo("SIGNATURE_INVALID");
            assertThat(code(api.post("/invoke", CALL, "Authorization", bearer))).isEqualTo("SIGNATURE_INVALID");
            assertThat(code(api.scan(CALL, "Authorization", bearer))).isEqualTo("INVALID_KEY");
        }
    }

    private static JsonNode agentKey(RunningApi api) {
        return RunningApi.json(api.post(
                "/v1/keys",
                "{\"name\":\"signer\",\"kind\":\"agent\",\"default_agent_id\":\"billing\"}",
                "Authorization",
                "Bearer the operator's own token"));
    }

    private static HttpResponse<String> invoke(
            RunningApi api, JsonNode key, String nonce, long seconds, String signed, String sent) throws Exception {
        String id = key.path("key_id").asText();
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(signed.getBytes(StandardCharsets.UTF_8)));
        String text = "weir-hmac-v1\nPOST /invoke\n" + id + "\n" + seconds + "\n" + nonce + "\n" + digest;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.path("key").asText().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return api.post(
                "/invoke",
                sent,
                "X-Weir-Key",
                id,
                "X-Weir-Timestamp",
                String.valueOf(seconds),
                "X-Weir-Nonce",
                nonce,
                "X-Weir-Signature",
                "v1=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static long seconds(RunningApi api) {
        return api.clock.instant().getEpochSecond();
    }

    private static String code(HttpResponse<String> response) {
        return RunningApi.json(response).path("code").asText();
    }
}
