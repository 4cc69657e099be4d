package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Decision;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EphemeralKeysTest {

    private static final String READ = "{\"method\":\"GET\",\"url\":\"https://ok.example\"}";
    private static final String WRITE =
            "{\"method\":\"POST\",\"url\":\"mcp://send_note\",\"body\":{\"text\":\"hello\"}}";
    private static final String PARENT = "iv_live_0123456789abcdefABCD";
    private static final Map<String, String> SETTINGS =
            Map.of("admin_token", "the operator's own token", "keys", "acme:" + PARENT);

    private final OpenApiDocument document = OpenApiDocument.load();

    @Test
    void hasTheDefaultsOfTheProtocol() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode minted = mint(api, "{}");

            document.assertValid("EphemeralKeyAnswer", minted);
            assertThat(minted.path("key").asText()).startsWith("iv_eph_");
            assertThat(minted.path("max_uses").asInt()).isEqualTo(1);
            assertThat(minted.path("expires_at").asText()).isEqualTo("2026-11-21T10:10:00Z");
            assertThat(minted.path("scope").toString()).isEqualTo("{\"tools\":[],\"verbs\":[]}");
        }
    }

    @Test
    void beginsAsTheKeyThatMadeIt() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode ours = RunningApi.json(api.post(
                    "/v1/keys",
                    "{\"name\":\"a\",\"tenant_id\":\"acme\"}",
                    "Authorization",
                    "Bearer the operator's own token"));

            JsonNode minted = RunningApi.json(api.post(
                    "/v1/keys/ephemeral",
                    "{}",
                    "Authorization",
                    "Bearer " + ours.path("key").asText()));

            assertThat(minted.path("key").asText()).startsWith("wr_eph_");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wr_eph_0123456789012345678901234567890123456789",
                "iv_eph_0123456789012345678901234567890123456789"
            })
    void oneThatIsNotKnownCountsAsNoKeyNeitherInOpenMode(String unknown) {
        try (RunningApi api = RunningApi.start()) {
            assertThat(code(api.scan(READ, "Authorization", "Bearer " + unknown)))
                    .isEqualTo("INVALID_KEY");
        }
    }

    @Test
    void countsUsesOverAllNodes() {
        try (RunningApi api = RunningApi.start(SETTINGS);
                RunningApi another = api.another(SETTINGS)) {
            String bearer = bearer(mint(api, "{\"max_uses\":2}"));

            assertThat(api.scan(READ, "Authorization", bearer).statusCode()).isEqualTo(200);
            assertThat(another.scan(READ, "Authorization", bearer).statusCode()).isEqualTo(200);

            assertThat(code(api.scan(READ, "Authorization", bearer))).isEqualTo("INVALID_KEY");
            assertThat(code(another.scan(READ, "Authorization", bearer))).isEqualTo("INVALID_KEY");
        }
    }

    @Test
    void stillReportsTheResponseToTheLastCall() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String bearer = bearer(mint(api, "{}"));
            String traceId = RunningApi.json(api.scan(READ, "Authorization", bearer))
                    .path("trace_id")
                    .asText();

            HttpResponse<String> reported = api.post(
                    "/v1/scan/response",
                    "{\"trace_id\":\"" + traceId + "\",\"response_body\":\"x\"}",
                    "Authorization",
                    bearer);

            assertThat(reported.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void endsWithItsTime() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String bearer = bearer(mint(api, "{\"ttl_seconds\":5,\"max_uses\":9}"));
            assertThat(api.scan(READ, "Authorization", bearer).statusCode()).isEqualTo(200);

            api.clock.advance(Duration.ofSeconds(5));

            assertThat(code(api.scan(READ, "Authorization", bearer))).isEqualTo("INVALID_KEY");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"verbs\":[\"READ\"]}",
                "{\"tools\":[\"slack\"]}",
                "{\"tools\":[\"slack\"],\"verbs\":[\"READ\"]}"
            })
    void deniesACallOutsideItsScopeBeforeAnythingElse(String scope) {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String bearer = bearer(mint(api, "{\"scope\":" + scope + "}"));

            HttpResponse<String> denied = api.scan(WRITE, "Authorization", bearer);

            assertThat(denied.statusCode()).isEqualTo(200);
            JsonNode answer = RunningApi.json(denied);
            document.assertValid("ScanAnswer", answer);
            assertThat(answer.path("decision").asText()).isEqualTo("DENY");
            assertThat(answer.path("reason_codes").toString()).isEqualTo("[\"EPHEMERAL_SCOPE_VIOLATION\"]");
            assertThat(answer.path("violations")).isNotEmpty();
            ToolCallScanned recorded = (ToolCallScanned) api.events.events().get(0);
            assertThat(recorded.outcome().decision()).isEqualTo(Decision.DENY);
        }
    }

    @Test
    void letsACallInsideItsScopeBeJudgedAsEver() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            JsonNode open = RunningApi.json(api.scan(WRITE, "Authorization", "Bearer " + PARENT));
            String tool = open.path("tool_name").asText();
            String bearer = bearer(mint(
                    api, "{\"scope\":{\"tools\":[\"" + tool.toUpperCase(Locale.ROOT) + "\"],\"verbs\":[\"write\"]}}"));

            JsonNode answer = RunningApi.json(api.scan(WRITE, "Authorization", bearer));

            assertThat(answer.path("decision")).isEqualTo(open.path("decision"));
            assertThat(answer.has("violations")).isFalse();
        }
    }

    @Test
    void endsWithTheKeyThatMadeIt() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String operator = "Bearer the operator's own token";
            JsonNode parent = RunningApi.json(api.post("/v1/keys", "{\"name\":\"a\"}", "Authorization", operator));
            String bearer = bearer(RunningApi.json(
                    api.post("/v1/keys/ephemeral", "{\"max_uses\":9}", "Authorization", bearer(parent))));
            assertThat(api.scan(READ, "Authorization", bearer).statusCode()).isEqualTo(200);

            api.send(HttpRequest.newBuilder(
                            api.uri("/v1/keys/" + parent.path("key_id").asText()))
                    .header("Authorization", operator)
                    .DELETE());

            assertThat(code(api.scan(READ, "Authorization", bearer))).isEqualTo("INVALID_KEY");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ttl_seconds\":0}",
                "{\"ttl_seconds\":86401}",
                "{\"max_uses\":0}",
                "{\"max_uses\":1001}",
                "{\"scope\":[]}",
                "{\"scope\":{\"verbs\":[\"ANY\"]}}",
                "{\"scope\":{\"tools\":\"slack\"}}"
            })
    void refusesOrdersOutsideTheRangesOfTheProtocol(String order) {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            assertThat(api.post("/v1/keys/ephemeral", order, "Authorization", "Bearer " + PARENT)
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private static JsonNode mint(RunningApi api, String order) {
        HttpResponse<String> minted = api.post("/v1/keys/ephemeral", order, "Authorization", "Bearer " + PARENT);
        assertThat(minted.statusCode()).as(minted.body()).isEqualTo(200);
        return RunningApi.json(minted);
    }

    private static String bearer(JsonNode minted) {
        return "Bearer " + minted.path("key").asText();
    }

    private static String code(HttpResponse<String> response) {
        return RunningApi.json(response).path("code").asText();
    }
}
