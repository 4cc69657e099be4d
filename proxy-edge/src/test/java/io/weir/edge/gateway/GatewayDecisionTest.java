package io.weir.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.json.Json;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Decision;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayDecisionTest {

    private static final String CARD = "4111 1111 1111 1111";

    private FakeScanApi scanApi;
    private RawUpstream upstream;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
        upstream = RawUpstream.start();
    }

    @AfterEach
    void stop() throws Exception {
        scanApi.close();
        upstream.close();
    }

    private TestGateway gateway(Map<String, String> settings) throws Exception {
        return TestGateway.start(scanApi.url(), settings);
    }

    private String url() {
        return "http://" + upstream.authority() + "/v1/notes?to=a";
    }

    @Test
    void forwardsAllowedCallAsItCame() throws Exception {
        try (TestGateway gateway = gateway(Map.of())) {
            // When
            HttpResponse<String> answer = gateway.post(url(), "application/json", "{ \"n\" : 1.00,\"a\":[ ] }");

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(upstream.onlyRequest().body()).isEqualTo("{ \"n\" : 1.00,\"a\":[ ] }");
            assertThat(answer.headers().firstValue("X-Weir-Decision")).hasValue("ALLOW");
            assertThat(answer.headers().firstValue("X-Weir-Trace-Id")).hasValue(FakeScanApi.TRACE_ID);
            assertThat(answer.headers().firstValue("X-Weir-Mode")).hasValue("enforce");
            assertThat(answer.headers().firstValue("X-Weir-Fail-Mode")).hasValue("closed");
            assertThat(answer.headers().firstValue("X-Interven-Decision")).hasValue("ALLOW");
            assertThat(answer.headers().firstValue("X-Interven-Trace-Id")).hasValue(FakeScanApi.TRACE_ID);
            assertThat(answer.headers().firstValue("X-Interven-Reasons")).isEmpty();
        }
    }

    @Test
    void asksForADecisionWithAllThatTheAgentSaid() throws Exception {
        try (TestGateway gateway = gateway(Map.of())) {
            // When
            var request = gateway.request(url())
                    .header("Content-Type", "application/json")
                    .header("X-Weir-Agent", "agent-7")
                    .header("X-Weir-Session", "run-1")
                    .header("X-Weir-Task", "task-2")
                    .header("X-Weir-Parent-Trace", "parent-3")
                    .header("X-Weir-Context", "Summarise%20ticket%201+1%20f%C3%BCr%20mich")
                    .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .header("baggage", "gen_ai.conversation.id=c-9")
                    .header("Mcp-Session-Id", "m-4")
                    .POST(BodyPublishers.ofString("{\"text\":\"hi\"}"))
                    .build();
            gateway.send(request, BodyHandlers.ofString());

            // Then
            var call = scanApi.onlyCall();
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.url()).isEqualTo(url());
            assertThat(call.body()).isEqualTo(Map.of("text", "hi"));
            assertThat(call.agentId()).isEqualTo("agent-7");
            assertThat(call.sessionId()).isEqualTo("run-1");
            assertThat(call.taskId()).isEqualTo("task-2");
            assertThat(call.parentTraceId()).isEqualTo("parent-3");
            assertThat(call.context()).isEqualTo("Summarise ticket 1+1 f\u00fcr mich");
            assertThat(call.headers()).containsEntry("Content-Type", "application/json");
            assertThat(scanApi.onlyCallHeaders())
                    .containsEntry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .containsEntry("baggage", "gen_ai.conversation.id=c-9")
                    .containsEntry("mcp-session-id", "m-4")
                    .containsEntry("authorization", "Bearer " + TestGateway.KEY);
            assertThat(upstream.onlyRequest().headers("traceparent")).hasSize(1);
            assertThat(upstream.onlyRequest().headers("Mcp-Session-Id")).containsExactly("m-4");
            assertThat(upstream.onlyRequest().headers("baggage")).isEmpty();
            assertThat(upstream.onlyRequest().headerLines())
                    .noneMatch(line -> line.regionMatches(true, 0, "x-weir", 0, 6));
        }
    }

    @Test
    void forwardsRedactedJson() throws Exception {
        scanApi.sanitizing(body -> new LinkedHashMap<>(Map.of("card", "[CARD]")));
        try (TestGateway gateway = gateway(Map.of())) {
            HttpResponse<String> answer = gateway.post(url(), "application/json", "{\"card\":\"" + CARD + "\"}");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Weir-Decision")).hasValue("SANITIZE");
            assertThat(answer.headers().firstValue("X-Interven-Reasons")).hasValue("PII_EGRESS,READ_WRITE_LINK");
            assertThat(upstream.onlyRequest().body()).isEqualTo("{\"card\":\"[CARD]\"}");
            assertThat(upstream.onlyRequest().headers("Content-Length")).containsExactly("17");
            assertThat(upstream.onlyRequest().headers("Content-Type")).containsExactly("application/json");
        }
    }

    @Test
    void forwardsRedactedTextInItsOwnCharset() throws Exception {
        scanApi.sanitizing(body -> ((String) body).replace(CARD, "[CARD]"));
        try (TestGateway gateway = gateway(Map.of())) {
            byte[] latin = ("Gr\u00fc\u00dfe " + CARD).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            var request = gateway.request(url())
                    .header("Content-Type", "text/plain; charset=ISO-8859-1")
                    .POST(BodyPublishers.ofByteArray(latin))
                    .build();
            gateway.send(request, BodyHandlers.ofString());

            assertThat(scanApi.onlyCall().body()).isEqualTo("Gr\u00fc\u00dfe " + CARD);
            assertThat(upstream.onlyRequest().body()).isEqualTo("Gr\u00fc\u00dfe [CARD]");
        }
    }

    @Test
    void deniesWhatMustBeRedactedAndCannotBe() throws Exception {
        scanApi.sanitizing(body -> body);
        try (TestGateway gateway = gateway(Map.of())) {
            HttpResponse<String> answer = gateway.post(url(), "text/plain", CARD);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(upstream.requests()).isEmpty();
        }
    }

    @Test
    void holdsDeniedCallBackAndSaysWhy() throws Exception {
        scanApi.deciding(Decision.DENY);
        try (TestGateway gateway = gateway(Map.of())) {
            HttpResponse<String> answer = gateway.post(url(), "text/plain", CARD);

            JsonNode problem = Json.mapper().readTree(answer.body());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("X-Weir-Decision")).hasValue("DENY");
            assertThat(problem.path("code").asText()).isEqualTo("CALL_DENIED");
            assertThat(problem.path("status").asInt()).isEqualTo(403);
            assertThat(problem.path("reason_codes").toString()).isEqualTo("[\"PII_EGRESS\",\"READ_WRITE_LINK\"]");
            assertThat(problem.path("trace_id").asText()).isEqualTo(FakeScanApi.TRACE_ID);
            assertThat(answer.body()).doesNotContain(CARD);
            assertThat(upstream.requests()).isEmpty();
        }
    }

    @Test
    void holdsCallThatWaitsForApproval() throws Exception {
        scanApi.deciding(Decision.REQUIRE_APPROVAL);
        try (TestGateway gateway = gateway(Map.of())) {
            HttpResponse<String> answer = gateway.post(url(), "text/plain", CARD);

            JsonNode problem = Json.mapper().readTree(answer.body());
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(problem.path("approval_id").asText()).isEqualTo(FakeScanApi.APPROVAL_ID);
            assertThat(problem.path("code").asText()).isEqualTo("APPROVAL_REQUIRED");
            assertThat(upstream.requests()).isEmpty();
        }
    }

    @Test
    void forwardsNothingWhileTheScanApiIsDown() throws Exception {
        try (TestGateway gateway = gateway(Map.of())) {
            scanApi.kill();
            HttpResponse<String> answer = gateway.post(url(), "text/plain", "hi");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Json.mapper().readTree(answer.body()).path("code").asText())
                    .isEqualTo("SCAN_UNAVAILABLE");
            assertThat(answer.headers().firstValue("X-Weir-Decision")).hasValue("UNSCANNED");
            assertThat(answer.headers().firstValue("X-Interven-Reasons")).hasValue("SCAN_UNAVAILABLE");
            assertThat(upstream.requests()).isEmpty();
            assertThat(gateway.metrics().scrape())
                    .contains("weir_gateway_scan_failures_total{stage=\"call\"} 1.0")
                    .contains("weir_gateway_requests_total{decision=\"UNSCANNED\"} 1.0");
        }
    }

    @Test
    void forwardsUnscannedOnlyWhereTheOperatorSaysSoAndTellsTheAgent() throws Exception {
        try (TestGateway gateway = gateway(Map.of("fail_mode", "open"))) {
            scanApi.kill();
            HttpResponse<String> answer = gateway.post(url(), "text/plain", "hi");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.headers().firstValue("X-Weir-Fail-Mode")).hasValue("open");
            assertThat(answer.headers().firstValue("X-Weir-Decision")).hasValue("UNSCANNED");
            assertThat(upstream.requests()).hasSize(1);
        }
    }

    @Test
    void doesNotFailOpenForACallThatTheScanApiRefuses() throws Exception {
        scanApi.refusing(ErrorCode.PAYLOAD_TOO_LARGE);
        try (TestGateway gateway = gateway(Map.of("fail_mode", "open"))) {
            HttpResponse<String> answer = gateway.post(url(), "text/plain", "hi");

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(upstream.requests()).isEmpty();
        }
    }

    @Test
    void doesNotBlameTheAgentForTheGatewaysKey() throws Exception {
        scanApi.refusing(ErrorCode.INVALID_KEY);
        try (TestGateway gateway = gateway(Map.of())) {
            assertThat(gateway.post(url(), "text/plain", "hi").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void holdsResponseBackThatCannotBeReported() throws Exception {
        try (TestGateway gateway = gateway(Map.of())) {
            upstream.responding((request, out) -> {
                scanApi.kill();
                RawUpstream.write(out, "HTTP/1.1 200 OK\r\nX-Secret: s\r\nContent-Length: 6\r\n\r\nsecret");
            });
            HttpResponse<String> answer = gateway.get(url());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("SCAN_UNAVAILABLE").doesNotContain("secret");
            assertThat(answer.headers().firstValue("X-Secret")).isEmpty();
            assertThat(answer.headers().firstValue("X-Weir-Decision")).hasValue("ALLOW");
        }
    }

    @Test
    void monitorModeForwardsDeniedCallAndSaysWhatWouldHaveBeenDone() throws Exception {
        scanApi.deciding(Decision.DENY);
        try (TestGateway gateway = gateway(Map.of("mode", "monitor"))) {
            HttpResponse<String> answer = gateway.post(url(), "text/plain", "hi");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Weir-Decision")).hasValue("DENY");
            assertThat(answer.headers().firstValue("X-Weir-Mode")).hasValue("monitor");
            assertThat(upstream.onlyRequest().body()).isEqualTo("hi");
        }
    }

    @Test
    void refusesBodyBeyondTheScanLimitAndForwardsNothing() throws Exception {
        try (TestGateway gateway = gateway(Map.of("call_bytes_max", "1000"))) {
            HttpResponse<String> answer = gateway.post(url(), "text/plain", "x".repeat(1001));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(scanApi.calls()).isEmpty();
            assertThat(upstream.requests()).isEmpty();
        }
    }

    @Test
    void monitorModeForwardsBodyBeyondTheScanLimitWhole() throws Exception {
        try (TestGateway gateway = gateway(Map.of("call_bytes_max", "1000", "mode", "monitor"))) {
            String body = "0123456789".repeat(50_000);
            HttpResponse<String> answer = gateway.post(url(), "text/plain", body);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-Interven-Reasons")).hasValue("PAYLOAD_TOO_LARGE");
            assertThat(upstream.onlyRequest().body()).isEqualTo(body);
        }
    }
}
