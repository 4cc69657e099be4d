package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.scanapi.policy.PolicyChoice;
import io.weir.scanapi.policy.PolicyDesk;
import io.weir.scanapi.policy.PolicyWatch;
import io.weir.testkit.time.SettableClock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies through the API: applied, read, undone, tried; and never by the key of an agent. */
class PolicyRoutesTest {

    private static final String ADMIN = "Bearer iv_admin_0123456789abcdef";
    private static final String AGENT = "Bearer iv_live_0123456789abcdefABCD";
    private static final Map<String, String> KEYS =
            Map.of("keys", "acme:iv_live_0123456789abcdefABCD", "admin_token", "iv_admin_0123456789abcdef");

    private static final String CALL = "{\"method\":\"POST\",\"url\":\"mcp://send_money\",\"body\":{\"amount\":5}}";

    private final OpenApiDocument document = OpenApiDocument.load();
    private @Nullable PolicyWatch watch;
    private @Nullable RunningApi api;

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        api().close();
        Objects.requireNonNull(watch).close();
    }

    @Test
    void appliesReadsAndRollsBack() {
        start(KEYS);

        HttpResponse<String> first = apply("DENY", "");
        HttpResponse<String> second = apply("REQUIRE_APPROVAL", ",\"author\":\"ann\"");

        assertThat(first.statusCode()).isEqualTo(200);
        document.assertValid("AppliedPolicy", first.body());
        assertThat(RunningApi.json(first).path("version").asInt()).isEqualTo(1);
        assertThat(RunningApi.json(second).path("version").asInt()).isEqualTo(2);
        assertThat(RunningApi.json(second).path("author").asText()).isEqualTo("ann");
        assertThat(decision()).isEqualTo("REQUIRE_APPROVAL");

        HttpResponse<String> back = api().post(
                        "/v1/policies/rollback",
                        "{\"name\":\"money\",\"version\":1}",
                        "Authorization",
                        ADMIN,
                        "X-Weir-Tenant",
                        "acme");
        assertThat(RunningApi.json(back).path("version").asInt()).isEqualTo(3);
        assertThat(decision()).isEqualTo("DENY");

        HttpResponse<String> history =
                api().get("/v1/policies/history/money", "Authorization", ADMIN, "X-Weir-Tenant", "acme");
        document.assertValid("PolicyVersions", history.body());
        JsonNode versions = RunningApi.json(history).path("versions");
        assertThat(versions).hasSize(3);
        assertThat(versions.get(2).path("note").asText()).isEqualTo("rollback to 1");
        assertThat(RunningApi.json(api().get(
                                        "/v1/policies/by-name/money", "Authorization", ADMIN, "X-Weir-Tenant", "acme"))
                        .path("version")
                        .asInt())
                .isEqualTo(3);
        HttpResponse<String> all = api().get("/v1/policies", "Authorization", ADMIN, "X-Weir-Tenant", "acme");
        document.assertValid("PolicyList", all.body());
        assertThat(RunningApi.json(all).path("policies")).hasSize(1);
    }

    @Test
    void promotesWhatHoldsInOneEnvironmentToAnotherWhichCanBeRolledBack() {
        start(KEYS);
        apply("DENY", ",\"env_name\":\"production\"");
        apply("ALLOW", ",\"env_name\":\"staging\"");
        apply("REQUIRE_APPROVAL", ",\"env_name\":\"staging\"");
        apply("SANITIZE", ",\"env_name\":\"staging\",\"shadow\":true");
        assertThat(decisionIn("production")).isEqualTo("DENY");

        HttpResponse<String> promoted = operate(
                "/v1/policies/promote", "{\"from_env\":\"staging\",\"to_env\":\"production\",\"author\":\"ann\"}");

        document.assertValid("PromotedPolicies", promoted.body());
        assertThat(RunningApi.json(promoted).at("/applied/0/version").asInt()).isEqualTo(2);
        assertThat(decisionIn("production")).isEqualTo("REQUIRE_APPROVAL");
        JsonNode version = RunningApi.json(api().get(
                                "/v1/policies/history/money?env=production",
                                "Authorization",
                                ADMIN,
                                "X-Weir-Tenant",
                                "acme"))
                .at("/versions/1");
        assertThat(version.path("author").asText()).isEqualTo("ann");
        assertThat(version.path("note").asText()).isEqualTo("promoted from staging, version 2");

        operate("/v1/policies/rollback", "{\"name\":\"money\",\"env_name\":\"production\",\"version\":1}");
        assertThat(decisionIn("production")).isEqualTo("DENY");
        assertThat(decisionIn("staging")).isEqualTo("REQUIRE_APPROVAL");
    }

    @Test
    void promotesNothingTwiceAndAnOlderVersionWhereItIsNamed() {
        start(KEYS);
        apply("ALLOW", ",\"env_name\":\"staging\"");
        apply("DENY", ",\"env_name\":\"staging\"");
        String order = "{\"name\":\"money\",\"from_env\":\"staging\",\"to_env\":\"production\"}";
        operate("/v1/policies/promote", order);

        JsonNode again = RunningApi.json(operate("/v1/policies/promote", order));
        JsonNode older = RunningApi.json(operate("/v1/policies/promote", order.replace("}", ",\"version\":1}")));

        assertThat(again.path("applied")).isEmpty();
        assertThat(again.at("/unchanged/0/version").asInt()).isEqualTo(1);
        assertThat(older.at("/applied/0/version").asInt()).isEqualTo(2);
        assertThat(decisionIn("production")).isEqualTo("ALLOW");
    }

    @Test
    void promotesACandidateThatDecidesNothing() {
        start(KEYS);
        apply("DENY", ",\"env_name\":\"staging\"");

        operate("/v1/policies/promote", "{\"from_env\":\"staging\",\"to_env\":\"production\",\"shadow\":true}");

        assertThat(decisionIn("production")).isEqualTo("ALLOW");
        assertThat(api().metrics.scrape()).contains("weir_policy_shadow_differences_total{decision=\"DENY\"} 1.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "404; {\"from_env\":\"staging\",\"to_env\":\"production\"}",
                "404; {\"from_env\":\"test\",\"to_env\":\"production\",\"name\":\"other\"}",
                "404; {\"from_env\":\"test\",\"to_env\":\"production\",\"name\":\"money\",\"version\":7}",
                "400; {\"from_env\":\"test\",\"to_env\":\"test\"}",
                "400; {\"from_env\":\"test\",\"to_env\":\"production\",\"version\":1}",
                "400; {\"to_env\":\"production\"}"
            })
    void promotesNothingThatIsNotThere(int status, String order) {
        start(KEYS);
        apply("DENY", ",\"env_name\":\"test\"");

        assertThat(operate("/v1/policies/promote", order).statusCode()).isEqualTo(status);
    }

    @Test
    void aPolicyForOneAgentIsAppliedAndTakesThePlaceOfTheOneForAll() {
        start(KEYS);
        apply("REQUIRE_APPROVAL", "");
        operate(
                "/v1/policies/apply",
                policy("ALLOW", ",\"agent_ids\":[\"teller-*\"]").replace("\"money\"", "\"money of tellers\""));

        assertThat(decision()).isEqualTo("REQUIRE_APPROVAL");
        assertThat(decision("{\"agent_id\":\"teller-1\",")).isEqualTo("ALLOW");
    }

    @Test
    void aCandidateIsCountedAndDecidesNothing() {
        start(KEYS);

        apply("DENY", ",\"shadow\":true");

        assertThat(decision()).isEqualTo("ALLOW");
        assertThat(api().metrics.scrape()).contains("weir_policy_shadow_differences_total{decision=\"DENY\"} 1.0");
        apply("DENY", "");
        assertThat(decision()).isEqualTo("DENY");
    }

    @Test
    void whatWasAppliedIsThereAfterARestart() {
        start(KEYS);
        apply("DENY", "");
        stop();

        start(KEYS);

        assertThat(decision()).isEqualTo("DENY");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/policies/apply",
        "POST, /v1/policies/rollback",
        "POST, /v1/policies/promote",
        "GET,  /v1/policies",
        "GET,  /v1/policies/by-name/money",
        "GET,  /v1/policies/history/money"
    })
    void theKeyOfAnAgentReadsAndChangesNone(String method, String path) {
        start(KEYS);

        HttpResponse<String> response = method.equals("GET")
                ? api().get(path, "Authorization", AGENT)
                : api().post(path, policy("ALLOW", ""), "Authorization", AGENT);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(RunningApi.json(response).path("code").asText()).isEqualTo("SCOPE_MISSING");
    }

    @Test
    void inOpenModeNobodyChangesPolicies() {
        start(Map.of());

        assertThat(api().post("/v1/policies/apply", policy("DENY", "")).statusCode())
                .isEqualTo(401);
        assertThat(decisionWithout()).isEqualTo("ALLOW");
    }

    @Test
    void saysAllThatIsWrongWithAPolicy() {
        start(KEYS);

        HttpResponse<String> response = api().post(
                        "/v1/policies/apply",
                        "{\"name\":\"p\",\"rules\":[{\"rule_id\":\"a\",\"action\":\"DENNY\",\"match\":{\"tols\":[\"x\"]}}]}",
                        "Authorization",
                        ADMIN,
                        "X-Weir-Tenant",
                        "acme");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(RunningApi.json(response).path("code").asText()).isEqualTo("POLICY_REFUSED");
        assertThat(RunningApi.json(response).path("problems").toString())
                .contains("there is no action 'DENNY'; did you mean 'DENY'?")
                .contains("there is no match key 'tols'; did you mean 'tools'?");
    }

    private void start(Map<String, String> settings) {
        PolicyWatch started =
                PolicyWatch.start(PolicyChoice.of(folder), Duration.ofHours(1), new SimpleMeterRegistry());
        watch = started;
        api = RunningApi.startWith(
                settings, started, new PolicyDesk(started, SettableClock.at("2026-11-21T10:00:00Z")));
    }

    private RunningApi api() {
        return Objects.requireNonNull(api);
    }

    private HttpResponse<String> apply(String action, String more) {
        return api().post("/v1/policies/apply", policy(action, more), "Authorization", ADMIN, "X-Weir-Tenant", "acme");
    }

    private static String policy(String action, String more) {
        return "{\"name\":\"money\",\"description\":\"d\",\"rules\":[{\"rule_id\":\"a\",\"match\":{\"tool_names\":"
                + "[\"send_money\"]},\"condition\":{},\"action\":\"" + action + "\",\"priority\":1}]" + more + "}";
    }

    private String decision() {
        return RunningApi.json(api().scan(CALL, "Authorization", AGENT))
                .path("decision")
                .asText();
    }

    private String decisionIn(String environment) {
        return decision("{\"env\":\"" + environment + "\",");
    }

    private String decision(String start) {
        return RunningApi.json(api().scan(start + CALL.substring(1), "Authorization", AGENT))
                .path("decision")
                .asText();
    }

    private HttpResponse<String> operate(String path, String body) {
        return api().post(path, body, "Authorization", ADMIN, "X-Weir-Tenant", "acme");
    }

    private String decisionWithout() {
        return RunningApi.json(api().scan(CALL)).path("decision").asText();
    }
}
