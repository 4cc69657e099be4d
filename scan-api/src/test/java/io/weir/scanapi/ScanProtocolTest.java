package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.SessionProvenance;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanProtocolTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.load();

    private final RunningApi api = RunningApi.start();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void answersWithAllMembersAndRecordsTheDecision() {
        HttpResponse<String> response = api.scan("""
                {"method":"post","url":"https://files.example/notes?page=1","headers":{"Accept":"*/*"},
                 "body":{"text":"hello"},"agent_id":"reader","agent_name":"The reader","runtime_type":"langchain",
                 "context":"Say hello","env":"production","session_id":"run-1","task_id":"task-7",
                 "parent_trace_id":"parent-1","something_new":[1]}""", "X-Weir-Tenant", "acme");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode answer = RunningApi.json(response);
        DOCUMENT.assertValid("ScanAnswer", answer);
        assertThat(UUID.fromString(answer.path("trace_id").asText()).version()).isEqualTo(4);
        assertThat(answer.path("session_id").asText()).isEqualTo("run-1");
        ToolCallScanned event = onlyCall();
        assertThat(event.traceId()).isEqualTo(answer.path("trace_id").asText());
        assertThat(event.parentTraceId()).isEqualTo("parent-1");
        assertThat(event.timeMillis()).isEqualTo(api.clock.millis());
        assertThat(event.call().method()).isEqualTo("POST");
        assertThat(event.call().bodyBytes()).isEqualTo("{\"text\":\"hello\"}".length());
        assertThat(event.outcome().decision().name())
                .isEqualTo(answer.path("decision").asText());
        assertThat(event.principal().tenant()).isEqualTo("acme");
        assertThat(event.principal().environment()).isEqualTo("production");
        assertThat(event.principal().agentId()).isEqualTo("reader");
        assertThat(event.principal().agentName()).isEqualTo("The reader");
        assertThat(event.principal().runtimeType()).isEqualTo("langchain");
        assertThat(event.principal().taskId()).isEqualTo("task-7");
        assertThat(event.principal().sessionProvenance()).isEqualTo(SessionProvenance.EXPLICIT);
    }

    @Test
    void takesTheSmallestRequest() {
        HttpResponse<String> response = api.scan("{\"method\":\"GET\",\"url\":\"https://ok.example\"}");

        DOCUMENT.assertValid("ScanAnswer", response.body());
        assertThat(onlyCall().principal().environment()).isEqualTo("default");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mcp://send_mail",
                "mcp://a tool with blanks",
                "exec://localhost",
                "search://brave",
                "message://general",
                "https://host.example/%zz?q=[]|{}"
            })
    void takesPseudoUrls(String url) {
        HttpResponse<String> response = api.scan(
                "{\"method\":\"POST\",\"url\":\"" + url
                        + "\",\"body\":{},\"agent_id\":\"red-team-test\",\"sdk\":{\"v\":[1]}}",
                "Authorization",
                "Bearer iv_live_0123456789abcdefABCD");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        DOCUMENT.assertValid("ScanAnswer", response.body());
        assertThat(onlyCall().principal().agentId()).isEqualTo("red-team-test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "\"\"", "\"text\"", "0", "-1.50", "1e2", "true", "{\"a\":[null,{}]}"})
    void takesBodiesOfAnyType(String body) {
        HttpResponse<String> response =
                api.scan("{\"method\":\"POST\",\"url\":\"https://ok.example\",\"body\":" + body + "}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @Test
    void countsAResponseToTheSessionOfItsCall() {
        String traceId = traceId(api.scan(
                "{\"method\":\"GET\",\"url\":\"https://ok.example\",\"session_id\":\"run-9\"}",
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

        HttpResponse<String> response =
                api.post("/v1/scan/response", "{\"trace_id\":\"" + traceId + "\",\"response_body\":{\"rows\":[1,2]}}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode answer = RunningApi.json(response);
        DOCUMENT.assertValid("ResponseScanAnswer", answer);
        assertThat(answer.path("trace_known").asBoolean()).isTrue();
        ResponseObserved event = (ResponseObserved) api.events.events().get(1);
        assertThat(event.traceId()).isEqualTo(traceId);
        assertThat(event.principal().sessionId()).isEqualTo("run-9");
        assertThat(event.traceparent()).isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(event.responseStatus()).isEqualTo(200);
        assertThat(event.bodyBytes()).isEqualTo("{\"rows\":[1,2]}".length());
        assertThat(event.call().method()).isEqualTo("GET");
        assertThat(counter("weir.responses.observed")).isEqualTo(1);
        assertThat(counter("weir.responses.unmatched")).isZero();
    }

    @ParameterizedTest(name = "{0} is counted to {1}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            "session_id":"run-3"                     | run-3                                         | EXPLICIT
            "agent_id":"a"                           | agent:a:open                                  | AGENT
            "agent_id":"a","session_id":"run-4"      | run-4                                         | EXPLICIT
            "x":1                                    | response:3f0c5f0a-8a52-4f0e-9a53-2f6f2f3a9d10 | AGENT
            """)
    void countsAResponseOfAnUnknownCallToWhatItNames(String member, String session, SessionProvenance provenance) {
        HttpResponse<String> response = api.post(
                "/v1/scan/response",
                "{\"trace_id\":\"3F0C5F0A-8A52-4F0E-9A53-2F6F2F3A9D10\",\"response_body\":\"text\"," + member + "}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        DOCUMENT.assertValid("ResponseScanAnswer", response.body());
        assertThat(RunningApi.json(response).path("trace_known").asBoolean()).isFalse();
        SessionEvent event = api.events.events().get(0);
        assertThat(event.principal().sessionId()).isEqualTo(session);
        assertThat(event.principal().sessionProvenance()).isEqualTo(provenance);
        assertThat(counter("weir.responses.unmatched")).isEqualTo(1);
    }

    @Test
    void doesNotLetATenantAnswerTheCallOfAnother() {
        String traceId =
                traceId(api.scan("{\"method\":\"GET\",\"url\":\"https://ok.example\"}", "X-Weir-Tenant", "acme"));

        HttpResponse<String> response = api.post(
                "/v1/scan/response",
                "{\"trace_id\":\"" + traceId + "\",\"response_body\":null,\"response_status\":404}",
                "X-Weir-Tenant",
                "other");

        assertThat(RunningApi.json(response).path("trace_known").asBoolean()).isFalse();
        assertThat(api.events.events().get(1).principal().tenant()).isEqualTo("other");
    }

    @Test
    void createsATraceContextWhereNoneComesIn() {
        api.scan("{\"method\":\"GET\",\"url\":\"https://ok.example\"}", "traceparent", "00-zz");
        api.scan("{\"method\":\"GET\",\"url\":\"https://ok.example\"}");

        assertThat(api.events.events())
                .extracting(SessionEvent::traceparent)
                .allMatch(header -> header.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"))
                .doesNotHaveDuplicates();
    }

    @Test
    void forgetsTheOldestCallBeyondItsLimit() {
        try (RunningApi small = RunningApi.start(Map.of("calls_max", "1"))) {
            String first = traceId(small.scan("{\"method\":\"GET\",\"url\":\"https://ok.example\"}"));
            small.scan("{\"method\":\"GET\",\"url\":\"https://ok.example\"}");

            HttpResponse<String> response =
                    small.post("/v1/scan/response", "{\"trace_id\":\"" + first + "\",\"response_body\":1}");

            assertThat(RunningApi.json(response).path("trace_known").asBoolean())
                    .isFalse();
            assertThat(small.metrics
                            .registry()
                            .get("weir.calls.evicted")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void answersHealthReadinessAndMetrics() {
        api.scan("{\"method\":\"GET\",\"url\":\"https://ok.example\"}");

        for (String path : new String[] {"/health", "/healthz"}) {
            HttpResponse<String> health = api.get(path);
            assertThat(health.statusCode()).isEqualTo(200);
            DOCUMENT.assertValid("Liveness", health.body());
        }
        HttpResponse<String> ready = api.get("/readyz");
        assertThat(ready.statusCode()).isEqualTo(200);
        DOCUMENT.assertValid("HealthReport", ready.body());
        HttpResponse<String> metrics = api.get("/metrics");
        assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        String decision = onlyCall().outcome().decision().name();
        assertThat(metrics.body())
                .contains(
                        "weir_scan_requests_total{decision=\"" + decision + "\"} 1.0",
                        "weir_scan_duration_seconds_count 1",
                        "weir_scan_duration_seconds_bucket{le=\"0.005\"}",
                        "weir_scan_refused_total{code=\"INTERNAL\"} 0.0",
                        "weir_responses_observed_total 0.0",
                        "weir_responses_unmatched_total 0.0",
                        "weir_sessions_evicted_total 0.0",
                        "weir_sessions_kept 1.0",
                        "weir_session_state_bytes",
                        "weir_build_info{")
                .doesNotContain("ok.example", "session_id", "tenant");
    }

    private ToolCallScanned onlyCall() {
        assertThat(api.events.events()).hasSize(1);
        return (ToolCallScanned) api.events.events().get(0);
    }

    private double counter(String name) {
        return api.metrics.registry().get(name).counter().count();
    }

    private static String traceId(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningApi.json(response).path("trace_id").asText().toLowerCase(Locale.ROOT);
    }
}
