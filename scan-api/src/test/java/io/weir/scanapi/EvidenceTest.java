package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.messaging.memory.MemorySharedLogs;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.HopKind;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an incident rests on, by the API and in the console. */
class EvidenceTest {

    private static final String ADMIN = "the operator's own token";
    private static final String[] OPERATOR = {"Authorization", "Bearer " + ADMIN, "X-Weir-Tenant", "default"};
    private static final String[] OTHER = {"Authorization", "Bearer " + ADMIN, "X-Weir-Tenant", "other"};
    private static final String PROSE =
            "the quarrel about the northern orchard was settled when both sisters agreed to share its harvest";

    private RunningApi api;
    private ConsoleBrowser browser;

    @BeforeEach
    void start() {
        api = RunningApi.startWithCases(Map.of(), Map.of("admin_token", ADMIN), new MemorySharedLogs());
        browser = new ConsoleBrowser(api);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void anIncidentOfAnAlertShowsBothSidesAndTheDecision() {
        AlertRaised alert = raise();

        JsonNode evidence = RunningApi.json(api.get("/v1/incidents/" + incidentId() + "/evidence", OPERATOR));

        OpenApiDocument.load().assertValid("EvidenceAnswer", evidence);
        assertThat(evidence.at("/alerts/0/alert_id").asText()).isEqualTo(alert.alertId());
        assertThat(evidence.at("/alerts/0/links/0/matches/0/source/address").asText())
                .isEqualTo("/body/text");
        assertThat(evidence.at("/decisions/0/trace_id").asText()).isEqualTo(alert.traceId());
        assertThat(evidence.at("/graph/nodes").findValuesAsText("kind")).containsExactly("READ", "WRITE");
        assertThat(evidence.at("/graph/edges/0/kind").asText()).isEqualTo("CARRIES");
        assertThat(evidence.path("missing")).isEmpty();
        assertThat(evidence.toString()).doesNotContain("orchard");
    }

    @Test
    void whatIsKeptNoLongerIsSaidToBeMissing() {
        String id = RunningApi.json(api.post(
                        "/v1/incidents",
                        "{\"title\":\"seen elsewhere\",\"severity\":\"HIGH\",\"trace_id\":\"long-gone\"}",
                        OPERATOR))
                .path("incident_id")
                .asText();

        JsonNode evidence = RunningApi.json(api.get("/v1/incidents/" + id + "/evidence", OPERATOR));

        assertThat(evidence.path("missing").toString()).isEqualTo("[\"long-gone\"]");
        assertThat(evidence.path("alerts")).isEmpty();
    }

    @Test
    void nobodySeesTheEvidenceOfAnotherTenant() {
        raise();

        assertThat(api.get("/v1/incidents/" + incidentId() + "/evidence", OTHER).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aResponderFollowsThePathInTheConsoleAndHandlesTheIncident() {
        AlertRaised alert = raise();
        String path = "/console/incidents/" + incidentId();
        String login = browser.open(path).headers().firstValue("Location").orElseThrow();
        assertThat(login).isEqualTo("/console/login?page=incidents/" + incidentId());
        assertThat(browser.send("/console/login", "token", token("REVIEWER"), "page", "incidents/" + incidentId())
                        .headers()
                        .firstValue("Location"))
                .hasValue(path);

        String list = browser.open("/console/incidents").body();
        String page = browser.open(path).body();

        assertThat(list).contains(incidentId(), alert.title());
        assertThat(page)
                .contains("<li class=\"read\">", "<li class=\"write\">", "/body/text", "/body/comment", "Do it")
                .doesNotContain("orchard", "<script");
        assertThat(step(path, "investigate", "note", "mine").statusCode()).isEqualTo(303);
        assertThat(step(path, "act", "action", "hold_session").statusCode()).isEqualTo(303);
        assertThat(step(path, "act", "action", "rotate_keys").statusCode()).isEqualTo(400);
        assertThat(step(path, "close", "resolution", "").statusCode()).isEqualTo(400);
        assertThat(step(path, "close", "resolution", "agent_compromised").statusCode())
                .isEqualTo(303);
        assertThat(browser.open(path).body())
                .contains("closed, agent compromised", "mine", "hold session", "Open again");
        assertThat(browser.open("/console/incidents?state=closed").body()).contains(incidentId());
        assertThat(RunningApi.json(scan("GET", "https://in.example/a", "{}"))
                        .path("decision")
                        .asText())
                .isEqualTo("REQUIRE_APPROVAL");
    }

    @Test
    void anAuditorLooksAndChangesNothing() {
        raise();
        String path = "/console/incidents/" + incidentId();
        browser.send("/console/login", "token", token("AUDITOR"));

        assertThat(browser.open(path).body()).contains("/body/comment").doesNotContain("Do it");
        assertThat(step(path, "investigate").statusCode()).isEqualTo(403);
        assertThat(RunningApi.json(api.get("/v1/incidents/" + incidentId(), OPERATOR))
                        .path("state")
                        .asText())
                .isEqualTo("open");
    }

    @Test
    void aPersonLooksAtTheCallsOfASessionAndAtOneOfThem() {
        AlertRaised alert = raise();
        api.scan("{\"method\":\"GET\",\"url\":\"https://in.example/b\",\"session_id\":\"<other>\"}");
        browser.send("/console/login", "token", token("AUDITOR"));
        String incident = browser.open("/console/incidents/" + incidentId()).body();
        Matcher way = Pattern.compile("/console/calls\\?session=run&amp;since=[0-9]+&amp;until=[0-9]+")
                .matcher(incident);
        assertThat(way.find()).isTrue();

        String calls = browser.open(way.group().replace("&amp;", "&")).body();
        String call = browser.open("/console/calls/" + alert.traceId() + "?at=" + alert.timeMillis())
                .body();

        assertThat(calls).contains("2 calls.", alert.traceId()).doesNotContain("other", "orchard");
        assertThat(call)
                .contains("/body/text", "/body/comment", " stand in a call of ", alert.traceparent())
                .doesNotContain("orchard");
        assertThat(browser.open("/console/calls?session=%3Cother%3E").body())
                .contains("1 calls.", "value=\"&lt;other&gt;\"")
                .doesNotContain("<other>");
        assertThat(browser.open("/console/calls?decision=deny&agent=&since=").body())
                .contains("<option value=\"DENY\" selected>");
        assertThat(browser.open("/console/calls?since=yesterday").statusCode()).isEqualTo(400);
        assertThat(browser.open("/console/calls/" + alert.traceId()).statusCode())
                .isEqualTo(400);
        assertThat(browser.open("/console/calls/" + alert.traceId() + "?at=1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePagesOfAgentsAndTheOverviewSayWhatAsksForPeople() {
        raise();
        browser.send("/console/login", "token", token("REVIEWER"));

        assertThat(browser.open("/console/overview").body()).contains("none waits", "1 high", "of 100", "This node");
        assertThat(agent("suspend").statusCode()).isEqualTo(303);
        assertThat(browser.open("/console/agents").body()).contains("suspended", "Reactivate");
        assertThat(decision()).isEqualTo("DENY");
        assertThat(agent("reactivate").statusCode()).isEqualTo(303);
        assertThat(decision()).isEqualTo("ALLOW");
        assertThat(agent("scrutinize").statusCode()).isEqualTo(303);
        assertThat(browser.open("/console/overview").body()).contains("1 under scrutiny");
        assertThat(agent("forgive").statusCode()).isEqualTo(400);
        browser.send("/console/login", "token", token("AUDITOR"));
        assertThat(browser.open("/console/agents").body()).contains("bot").doesNotContain("<button name=\"step\"");
        assertThat(agent("suspend").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> agent(String step) {
        return browser.send("/console/agents", "form_word", browser.formWord("/console"), "step", step, "agent", "bot");
    }

    private String decision() {
        return RunningApi.json(scan("GET", "https://in.example/a", "{}"))
                .path("decision")
                .asText();
    }

    private HttpResponse<String> step(String path, String step, String... fields) {
        String[] all = new String[4 + fields.length];
        System.arraycopy(new String[] {"form_word", browser.formWord("/console"), "step", step}, 0, all, 0, 4);
        System.arraycopy(fields, 0, all, 4, fields.length);
        return browser.send(path, all);
    }

    private String token(String role) {
        String body = "{\"kind\":\"token\",\"name\":\"" + role + "\",\"role\":\"" + role + "\"}";
        return RunningApi.json(api.post("/v1/keys", body, OPERATOR)).path("key").asText();
    }

    private String incidentId() {
        return RunningApi.json(api.get("/v1/incidents", OPERATOR))
                .at("/incidents/0/incident_id")
                .asText();
    }

    /** An agent reads prose and sends it out; the correlator tells of it. */
    private AlertRaised raise() {
        JsonNode read = RunningApi.json(scan("GET", "https://in.example/note", "{}"));
        api.post(
                "/v1/scan/response",
                "{\"trace_id\":\"" + read.path("trace_id").asText() + "\",\"response_status\":200,"
                        + "\"response_body\":{\"text\":\"" + PROSE + "\"}}");
        scan("POST", "https://out.example/up", "{\"comment\":\"" + PROSE + "\"}");
        List<SessionEvent> events = api.events.events();
        ToolCallScanned sink = (ToolCallScanned) events.get(events.size() - 1);
        List<Link> links = sink.outcome().links();
        assertThat(links).isNotEmpty();
        AlertRaised alert = new AlertRaised(
                        "alert-1",
                        "rule",
                        "1",
                        "Content of a read went outside",
                        sink.traceId(),
                        sink.traceparent(),
                        sink.timeMillis(),
                        sink.principal(),
                        sink.call(),
                        sink.outcome().decision(),
                        Tier.ALERT,
                        Severity.HIGH,
                        0.9,
                        List.of(),
                        links)
                .withPath(List.of(
                        hop(HopKind.READ, links.get(0).sourceTraceId(), sink),
                        hop(HopKind.WRITE, sink.traceId(), sink)));
        api.alerts.raise(alert);
        return alert;
    }

    private static Hop hop(HopKind kind, String traceId, ToolCallScanned sink) {
        return new Hop(kind, traceId, sink.call().tool(), "bot", sink.timeMillis(), null, "brings the content on");
    }

    private HttpResponse<String> scan(String method, String url, String body) {
        return api.scan("{\"method\":\"" + method + "\",\"url\":\"" + url
                + "\",\"agent_id\":\"bot\",\"session_id\":\"run\",\"body\":" + body + "}");
    }
}
