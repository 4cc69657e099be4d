package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.schemas.access.ScansSpent;
import io.weir.schemas.topic.Topics;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final String CALL = "{\"method\":\"GET\",\"url\":\"https://ok.example\"}";
    private static final String ADMIN = "the operator's own token";
    private static final Map<String, String> SETTINGS = Map.of("admin_token", ADMIN);

    private final OpenApiDocument document = OpenApiDocument.load();

    @Test
    void refusesWhatComesFasterThanTwoMinutesWorthAtOnceAndSaysWhenToTryAgain() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String bearer = mint(api, "{\"name\":\"a\",\"scans_per_minute\":3}");
            for (int i = 0; i < 6; i++) {
                assertThat(api.scan(CALL, "Authorization", bearer).statusCode()).isEqualTo(200);
            }

            HttpResponse<String> refused = api.scan(CALL, "Authorization", bearer);

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(RunningApi.json(refused).path("reason").asText()).isEqualTo("RATE_LIMITED");
            assertThat(refused.headers().firstValue("Retry-After")).contains("20");
            document.assertValid("Problem", refused.body());
            api.clock.advance(Duration.ofSeconds(20));
            assertThat(api.scan(CALL, "Authorization", bearer).statusCode()).isEqualTo(200);
            assertThat(api.scan(CALL, "Authorization", bearer).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void countsTheRateOverAllNodesAndRestarts() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String bearer = mint(api, "{\"name\":\"a\",\"scans_per_minute\":3}");
            try (RunningApi another = api.another(SETTINGS)) {
                for (int i = 0; i < 6; i++) {
                    assertThat(another.scan(CALL, "Authorization", bearer).statusCode())
                            .isEqualTo(200);
                }
                await().untilAsserted(() -> assertThat(spent(another)).isEqualTo(6));

                HttpResponse<String> refused = api.scan(CALL, "Authorization", bearer);

                assertThat(refused.statusCode()).isEqualTo(429);
                assertThat(refused.headers().firstValue("Retry-After")).contains("20");
                api.clock.advance(Duration.ofSeconds(20));
                assertThat(api.scan(CALL, "Authorization", bearer).statusCode()).isEqualTo(200);
                assertThat(api.scan(CALL, "Authorization", bearer).statusCode()).isEqualTo(429);
            }
            try (RunningApi restarted = api.another(SETTINGS)) {
                assertThat(restarted.scan(CALL, "Authorization", bearer).statusCode())
                        .isEqualTo(429);
            }
        }
    }

    /** Scans that nodes have told each other of. */
    private static int spent(RunningApi api) {
        AtomicInteger spent = new AtomicInteger();
        api.logs
                .open(
                        Topics.SCANS_SPENT,
                        ScansSpent.class,
                        ScansSpent::node,
                        told -> told.spent().forEach(one -> spent.addAndGet(one.scans())))
                .close();
        return spent.get();
    }

    @Test
    void chargesShortLivedKeysToTheKeyThatMadeThem() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String bearer = mint(api, "{\"name\":\"a\",\"scans_per_minute\":1}");
            for (int i = 0; i < 2; i++) {
                assertThat(api.scan(CALL, "Authorization", ephemeral(api, bearer))
                                .statusCode())
                        .isEqualTo(200);
            }

            assertThat(api.scan(CALL, "Authorization", ephemeral(api, bearer)).statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void countsTheQuotaOverAllNodesAndRestarts() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String bearer = mint(api, "{\"name\":\"a\",\"scans_per_month\":3}");
            try (RunningApi another = api.another(SETTINGS)) {
                assertThat(another.scan(CALL, "Authorization", bearer).statusCode())
                        .isEqualTo(200);
            }
            assertThat(api.scan(CALL, "Authorization", bearer).statusCode()).isEqualTo(200);
            assertThat(api.scan(CALL, "Authorization", bearer).statusCode()).isEqualTo(200);

            HttpResponse<String> refused = api.scan(CALL, "Authorization", bearer);

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(RunningApi.json(refused).path("reason").asText()).isEqualTo("QUOTA_EXCEEDED");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            JsonNode usage = RunningApi.json(api.get("/v1/usage", "Authorization", bearer));
            document.assertValid("UsageAnswer", usage);
            assertThat(usage.path("scans_used").asInt()).isEqualTo(3);
            assertThat(usage.path("scans_limit").asInt()).isEqualTo(3);
            assertThat(usage.path("period_end").asText()).isEqualTo("2026-12-01T00:00:00Z");

            api.clock.advance(Duration.ofDays(10));
            assertThat(api.scan(CALL, "Authorization", bearer).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tellsAKeyOfItselfAndAnAuditorOfTheTenant() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String first = mint(api, "{\"name\":\"a\"}");
            String second = mint(api, "{\"name\":\"b\"}");
            String auditor = mint(api, "{\"kind\":\"token\",\"name\":\"Ana\",\"role\":\"auditor\"}");
            api.scan(CALL, "Authorization", first);
            api.scan(CALL, "Authorization", second);
            api.scan(CALL, "Authorization", second);

            assertThat(used(api, first)).isEqualTo(1);
            assertThat(used(api, second)).isEqualTo(2);
            assertThat(used(api, auditor)).isEqualTo(3);
            assertThat(api.get("/v1/usage").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void doesNotLimitReportsOfResponses() {
        try (RunningApi api = RunningApi.start(SETTINGS)) {
            String bearer = mint(api, "{\"name\":\"a\",\"scans_per_month\":1}");
            String traceId = RunningApi.json(api.scan(CALL, "Authorization", bearer))
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

    private static long used(RunningApi api, String bearer) {
        return RunningApi.json(api.get("/v1/usage", "Authorization", bearer))
                .path("scans_used")
                .asLong();
    }

    private static String ephemeral(RunningApi api, String bearer) {
        return "Bearer "
                + RunningApi.json(api.post("/v1/keys/ephemeral", "{}", "Authorization", bearer))
                        .path("key")
                        .asText();
    }

    private static String mint(RunningApi api, String order) {
        return "Bearer "
                + RunningApi.json(api.post("/v1/keys", order, "Authorization", "Bearer " + ADMIN))
                        .path("key")
                        .asText();
    }
}
