package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.messaging.memory.MemorySharedLogs;
import io.weir.scanapi.notice.WebhookSignature;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.word.Tier;
import io.weir.testkit.http.PostServer;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tickets about incidents: asked for once, signed, and kept with the incident as the other system names them. */
class TicketTest {

    private static final String SECRET = "a secret of the tickets";
    private static final String ADMIN = "the operator's own token";
    private static final String[] OPERATOR = {"Authorization", "Bearer " + ADMIN, "X-Weir-Tenant", "default"};
    private static final String ANSWER = "{\"id\":\"OPS-7\",\"url\":\"https://tickets.example/OPS-7\",\"more\":1}";

    private final OpenApiDocument document = OpenApiDocument.load();
    private final PostServer system = PostServer.start();
    private final MemorySharedLogs logs = new MemorySharedLogs();

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void theTicketOfTheOtherSystemStandsInTheIncidentOnEveryNodeAndAfterARestart() {
        system.answers(201, ANSWER);
        try (RunningApi api = start(Map.of())) {
            String id = incident(api);

            HttpResponse<String> acted = act(api, id);

            document.assertValid("IncidentAnswer", acted.body());
            try (RunningApi another = start(Map.of())) {
                JsonNode incident = RunningApi.json(another.get("/v1/incidents/" + id, OPERATOR));
                assertThat(incident.at("/ticket/id").asText()).isEqualTo("OPS-7");
                assertThat(incident.at("/ticket/url").asText()).isEqualTo("https://tickets.example/OPS-7");
                assertThat(incident.at("/history/1/action").asText()).isEqualTo("ticket");
                assertThat(incident.at("/history/1/ticket/id").asText()).isEqualTo("OPS-7");
                assertThat(incident.at("/history/1/author").asText()).isEqualTo("operator");
            }
            ConsoleBrowser browser = new ConsoleBrowser(api);
            browser.send("/console/login", "token", ADMIN, "tenant", "default");
            assertThat(browser.open("/console/incidents/" + id).body())
                    .contains("<a href=\"https://tickets.example/OPS-7\" rel=\"noreferrer\">OPS-7</a>");
        }
    }

    @Test
    void theOtherSystemGetsTheIncidentSignedAndTheSameIdHoweverOftenItIsAsked() {
        system.answers(503, "");
        try (RunningApi api = start(Map.of())) {
            String id = incident(api);
            act(api, id);
            act(api, id);

            assertThat(system.posts()).hasSize(2).allSatisfy(post -> {
                assertThat(post.json().path("type").asText()).isEqualTo("incident.ticket");
                assertThat(post.json().at("/data/incident_id").asText()).isEqualTo(id);
                assertThat(post.header("webhook-id")).isEqualTo("msg_ticket_" + id);
                assertThat(new WebhookSignature(SECRET)
                                .isIn(
                                        post.header("webhook-signature"),
                                        post.header("webhook-id"),
                                        Long.parseLong(post.header("webhook-timestamp")),
                                        post.body()))
                        .isTrue();
            });
        }
    }

    @Test
    void anIncidentHasOneTicket() {
        system.answers(200, "{\"id\":4711}");
        system.answersInChunks();
        try (RunningApi api = start(Map.of())) {
            String id = incident(api);
            assertThat(RunningApi.json(act(api, id)).at("/ticket/id").asText()).isEqualTo("4711");

            HttpResponse<String> again = act(api, id);

            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.body()).contains("INCIDENT_STATE", "4711");
            assertThat(system.posts()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "500; {\"id\":\"OPS-7\"}",
                "302; {\"id\":\"OPS-7\"}",
                "200; not JSON",
                "200; []",
                "200; {\"id\":\"\"}",
                "200; {\"id\":\"<b>\"}",
                "200; {\"id\":\"OPS-7\",\"url\":\"javascript:alert(1)\"}",
                "200; {\"id\":\"OPS-7\",\"url\":\"https://a\\\"onclick=\"}"
            })
    void whatIsNoTicketIsWrittenDownNowhere(int status, String answer) {
        system.answers(status, answer);
        try (RunningApi api = start(Map.of())) {
            String id = incident(api);

            HttpResponse<String> refused = act(api, id);

            assertThat(refused.statusCode()).isEqualTo(502);
            document.assertValid("Problem", refused.body());
            assertThat(RunningApi.json(refused).path("code").asText()).isEqualTo("TICKET_REFUSED");
            JsonNode incident = RunningApi.json(api.get("/v1/incidents/" + id, OPERATOR));
            assertThat(incident.path("ticket").isNull()).isTrue();
            assertThat(incident.path("history")).hasSize(1);
            assertThat(api.metrics.scrape()).contains("weir_tickets_total{outcome=\"failed\"} 1.0");
        }
    }

    @Test
    void anAnswerThatIsTooLongIsNoTicket() {
        system.answers(200, "{\"id\":\"OPS-7\",\"more\":\"" + "x".repeat(70_000) + "\"}");
        try (RunningApi api = start(Map.of())) {
            assertThat(act(api, incident(api)).statusCode()).isEqualTo(502);
        }
    }

    @Test
    void whereNoSystemIsSetThereIsNoTicket() {
        try (RunningApi api = RunningApi.startWithCases(Map.of(), Map.of("admin_token", ADMIN), logs)) {
            HttpResponse<String> refused = act(api, incident(api));

            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("tickets.url");
        }
    }

    @Test
    void anAlertOpensATicketAtOnceWhereTheOperatorWantsItAndOnlyOne() {
        system.answers(200, ANSWER);
        try (RunningApi api = start(Map.of("incidents.on_alert", "ticket"))) {
            api.alerts.raise(alert(api, "alert-1"));
            await().untilAsserted(() -> assertThat(RunningApi.json(api.get("/v1/incidents", OPERATOR))
                            .at("/incidents/0/ticket/id")
                            .asText())
                    .isEqualTo("OPS-7"));

            api.alerts.raise(alert(api, "alert-2"));

            await().untilAsserted(() -> assertThat(RunningApi.json(api.get("/v1/incidents", OPERATOR))
                            .at("/incidents/0/occurrences")
                            .asInt())
                    .isEqualTo(2));
            assertThat(system.posts()).hasSize(1);
        }
    }

    @Test
    void settingsThatAreNotSafeAreRefused() {
        assertThatThrownBy(() ->
                        start(Map.of("tickets.private_permitted", "false")).close())
                .hasMessageContaining("tickets");
        assertThatThrownBy(() -> start(Map.of("tickets.secret", "short")).close())
                .hasMessageContaining("tickets");
    }

    private RunningApi start(Map<String, String> others) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "tickets.url", system.url("/new"), "tickets.secret", SECRET, "tickets.private_permitted", "true"));
        settings.putAll(others);
        return RunningApi.startWithCases(settings, Map.of("admin_token", ADMIN), logs);
    }

    private static String incident(RunningApi api) {
        return RunningApi.json(api.post("/v1/incidents", "{\"title\":\"odd\",\"agent_id\":\"bot\"}", OPERATOR))
                .path("incident_id")
                .asText();
    }

    private static HttpResponse<String> act(RunningApi api, String id) {
        return api.post("/v1/incidents/" + id + "/actions", "{\"action\":\"ticket\"}", OPERATOR);
    }

    private static AlertRaised alert(RunningApi api, String id) {
        String call =
                "{\"method\":\"POST\",\"url\":\"https://out.example/up\",\"agent_id\":\"bot\",\"session_id\":\"run\"}";
        return api.alertOn(call, id, Tier.BLOCK);
    }
}
