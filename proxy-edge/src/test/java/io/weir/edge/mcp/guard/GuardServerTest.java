package io.weir.edge.mcp.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.client.CallerHeaders;
import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.FakeScan;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.platform.json.Json;
import io.weir.schemas.word.Decision;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardServerTest {

    private static final AgentIdentity AGENT =
            new AgentIdentity("agent", "session", null, null, null, CallerHeaders.NONE);

    private final FakeScan scan = new FakeScan();
    private final GuardServer guard = new GuardServer(scan);

    @ParameterizedTest
    @ValueSource(strings = {"weir_scan", "interven_scan"})
    void tellsTheDecisionOnACall(String tool) throws Exception {
        scan.deciding(call -> FakeScan.answer(Decision.SANITIZE, Map.of("text", "[gone]")));

        JsonNode said = ask(
                        "tools/call",
                        "{\"name\":\"" + tool + "\",\"arguments\":{\"tool_name\":\"send_mail\",\"body\":"
                                + "{\"text\":\"secret\"}}}")
                .path("result")
                .path("structuredContent");

        assertThat(said.path("decision").asText()).isEqualTo("SANITIZE");
        assertThat(said.path("sanitized_body").path("text").asText()).isEqualTo("[gone]");
        assertThat(scan.calls().get(0).url()).isEqualTo("mcp://send_mail");
        assertThat(scan.calls().get(0).sessionId()).isEqualTo("session");
    }

    @Test
    void reportsResponses() throws Exception {
        ask(
                "tools/call",
                "{\"name\":\"weir_scan_response\",\"arguments\":{\"trace_id\":\"t\",\"response_body\":{\"a\":1}}}");

        assertThat(scan.reads().get(0).traceId()).isEqualTo("t");
        assertThat(scan.reads().get(0).responseStatus()).isEqualTo(200);
    }

    @Test
    void saysThatThereIsNoDecisionWhileTheScanApiIsAway() throws Exception {
        scan.unreachable(true);

        JsonNode result = ask("tools/call", "{\"name\":\"weir_scan\",\"arguments\":{\"tool_name\":\"x\"}}")
                .path("result");

        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.toString()).contains("do not make the call");
    }

    @Test
    void keepsItsLastDecisionsWithoutTheirContent() throws Exception {
        ask("tools/call", "{\"name\":\"weir_scan\",\"arguments\":{\"tool_name\":\"x\",\"body\":\"the content\"}}");

        String recent =
                ask("resources/read", "{\"uri\":\"weir://recent-activity\"}").toString();
        assertThat(recent).contains("ALLOW").doesNotContain("the content");
        assertThat(ask("resources/read", "{\"uri\":\"weir://about\"}").toString())
                .contains("weir_scan");
        assertThat(ask("resources/read", "{\"uri\":\"weir://other\"}")
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(-32602);
    }

    @Test
    void speaksBothEras() throws Exception {
        assertThat(ask("initialize", "{\"protocolVersion\":\"2025-06-18\"}")
                        .path("result")
                        .path("protocolVersion")
                        .asText())
                .isEqualTo("2025-06-18");
        JsonNode discovered =
                ask("server/discover", "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}");
        assertThat(discovered.path("result").path("supportedVersions").path(0).asText())
                .isEqualTo("2026-07-28");
        assertThat(discovered.path("result").path("resultType").asText()).isEqualTo("complete");
        assertThat(ask("tools/list", "{}").path("result").path("tools")).hasSize(2);
        assertThat(ask("vendor/unknown", "{}").path("error").path("code").asInt())
                .isEqualTo(-32601);
    }

    private JsonNode ask(String method, String params) throws Exception {
        String text = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
        var message = new MessageReader(1 << 20)
                .read(text.getBytes(StandardCharsets.UTF_8))
                .messages()
                .get(0);
        return Json.mapper().readTree(guard.answer(message, AGENT).orElseThrow());
    }
}
