package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.messaging.memory.MemorySharedLogs;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.word.Tier;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Agents and incidents over several nodes, and what alerts of the correlator come to. */
class CasesTest {

    private static final String ADMIN = "the operator's own token";
    private static final String[] OPERATOR = {"Authorization", "Bearer " + ADMIN, "X-Weir-Tenant", "default"};
    private static final String CALL =
            "{\"method\":\"POST\",\"url\":\"https://out.example/up\",\"agent_id\":\"bot\",\"session_id\":\"run\"}";

    private final MemorySharedLogs logs = new MemorySharedLogs();

    @Test
    void aSuspensionHoldsOnEveryNodeAndAfterARestart() {
        try (RunningApi first = start(Map.of());
                RunningApi second = start(Map.of())) {
            first.post("/v1/agents/bot/suspend", "{}", OPERATOR);

            assertThat(decision(second)).isEqualTo("DENY");
            try (RunningApi third = start(Map.of())) {
                assertThat(decision(third)).isEqualTo("DENY");
                third.post("/v1/agents/bot/reactivate", "{}", OPERATOR);
            }
            assertThat(decision(first)).isEqualTo("ALLOW");
        }
    }

    @Test
    void anAlertOpensOneIncidentHoweverOftenItIsTold() {
        try (RunningApi api = start(Map.of())) {
            AlertRaised alert = alert(api, "alert-1", Tier.ALERT);

            api.alerts.raise(alert);
            api.alerts.raise(alert);
            api.alerts.raise(alert(api, "alert-2", Tier.ALERT));

            JsonNode incident = incidents(api).get(0);
            assertThat(incidents(api)).hasSize(1);
            assertThat(incident.path("occurrences").asInt()).isEqualTo(2);
            assertThat(incident.path("alert_ids").toString()).isEqualTo("[\"alert-1\",\"alert-2\"]");
            assertThat(incident.at("/opening/trigger").asText()).isEqualTo("ALERT");
        }
    }

    @Test
    void whatHasGoneOutHasTheSessionHeldAtOnceWhereTheOperatorWantsIt() {
        try (RunningApi api = start(Map.of("incidents.on_alert", "hold_session,revoke_grants"))) {
            api.alerts.raise(alert(api, "alert-1", Tier.BLOCK));

            await().untilAsserted(() -> assertThat(decision(api)).isEqualTo("REQUIRE_APPROVAL"));
            await().untilAsserted(() -> assertThat(
                            incidents(api).get(0).path("history").findValuesAsText("action"))
                    .contains("hold_session", "revoke_grants"));
        }
    }

    @Test
    void anAlertAloneRestrainsNobody() {
        try (RunningApi api = start(Map.of())) {
            api.alerts.raise(alert(api, "alert-1", Tier.BLOCK));

            assertThat(incidents(api)).hasSize(1);
            assertThat(decision(api)).isEqualTo("ALLOW");
        }
    }

    @Test
    void rotatesNoKeysWhereNobodyWouldSeeTheNewOnes() {
        assertThatThrownBy(
                        () -> start(Map.of("incidents.on_alert", "rotate_keys")).close())
                .hasMessageContaining("rotate_keys");
    }

    @Test
    void lowTrustHoldsWhatGoesOutsideWhereTheOperatorWantsIt() {
        try (RunningApi api = start(Map.of("agents.scrutiny_holds", "true"))) {
            String key = RunningApi.json(api.post(
                            "/v1/keys/ephemeral", "{\"max_uses\":100,\"scope\":{\"verbs\":[\"ADMIN\"]}}", OPERATOR))
                    .path("key")
                    .asText();
            for (int i = 0; i < 4; i++) {
                api.scan(CALL, "Authorization", "Bearer " + key);
            }

            JsonNode held = RunningApi.json(api.scan(CALL));
            assertThat(held.path("reason_codes").toString()).contains("AGENT_SCRUTINY");
        }
    }

    private RunningApi start(Map<String, String> settings) {
        return RunningApi.startWithCases(settings, Map.of("admin_token", ADMIN), logs);
    }

    private static String decision(RunningApi api) {
        return RunningApi.json(api.scan(CALL)).path("decision").asText();
    }

    private static JsonNode incidents(RunningApi api) {
        return RunningApi.json(api.get("/v1/incidents", OPERATOR)).path("incidents");
    }

    private static AlertRaised alert(RunningApi api, String id, Tier tier) {
        return api.alertOn(CALL, id, tier);
    }
}
