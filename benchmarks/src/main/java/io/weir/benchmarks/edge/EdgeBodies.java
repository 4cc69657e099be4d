package io.weir.benchmarks.edge;

import io.weir.benchmarks.BenchBodies;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.RiskBand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What is sent and answered.
 *
 * @param call of an HTTP API
 * @param response to it
 * @param message call of an MCP server's tool
 * @param messageAnswer to it
 * @param hook event before a tool runs
 * @param decision of the scan API on a call
 * @param observed answer of the scan API to a report
 */
record EdgeBodies(
        String call,
        String response,
        String message,
        String messageAnswer,
        String hook,
        String decision,
        String observed) {

    /** Where the upstream is an MCP server. */
    static final String MCP_PATH = "/mcp";

    /** Calls and responses of so many bytes. */
    static EdgeBodies of(int bytes) {
        Object sent = BenchBodies.body(1, 0, bytes);
        Object read = BenchBodies.body(2, 0, bytes);
        Map<String, Object> parameters = Map.of("name", "save", "arguments", sent);
        return new EdgeBodies(
                Json.text(sent),
                Json.text(read),
                Json.text(Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/call", "params", parameters)),
                Json.text(Map.of("jsonrpc", "2.0", "id", 1, "result", read)),
                Json.text(Map.of("event", "before", "tool", "save", "input", sent)),
                Json.text(allowed()),
                Json.text(new ResponseScanAnswer("t", List.of(), 0, "0".repeat(64), true, List.of())));
    }

    /** What the upstream answers at a path. */
    byte[] atUpstream(String path) {
        return bytes(path.equals(MCP_PATH) ? messageAnswer : response);
    }

    /** What the scan API answers at a path. */
    byte[] atScanApi(String path) {
        return bytes(path.endsWith("/response") ? observed : decision);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ScanAnswer allowed() {
        return new ScanAnswer(
                Decision.ALLOW,
                0.1,
                RiskBand.LOW,
                List.of(),
                "0192d5a4-0000-7000-8000-000000000001",
                "custom_proxy",
                "post",
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                "s",
                List.of(),
                List.of());
    }
}
