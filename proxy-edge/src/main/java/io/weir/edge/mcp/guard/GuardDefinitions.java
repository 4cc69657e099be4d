package io.weir.edge.mcp.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the guard lists. */
final class GuardDefinitions {

    static final String INSTRUCTIONS = "Weir decides whether a tool call may be made. Scan each call that sends,"
            + " writes or changes something with weir_scan before making it, and do what the decision says: ALLOW, make"
            + " it; SANITIZE, make it with sanitized_body; REQUIRE_APPROVAL, ask the user; DENY, do not make it. Report"
            + " what calls return with weir_scan_response. This server advises; only an edge can enforce.";

    /** The second name of each is that of the scan protocol's own guard; agents that were told of it may go on. */
    private static final Set<String> SCAN = Set.of("weir_scan", "interven_scan");

    private static final Set<String> SCAN_RESPONSE = Set.of("weir_scan_response", "interven_scan_response");

    private GuardDefinitions() {}

    static boolean isScan(@Nullable String tool) {
        return tool != null && SCAN.contains(tool);
    }

    static boolean isScanResponse(@Nullable String tool) {
        return tool != null && SCAN_RESPONSE.contains(tool);
    }

    static Map<String, Object> tools() {
        Map<String, Object> scan = new LinkedHashMap<>();
        scan.put("tool_name", text("Name of the tool that is to be called."));
        scan.put("url", text("URL that is to be called, where there is one."));
        scan.put("method", text("HTTP method; POST if it is left out."));
        scan.put("body", Map.of("description", "What is to be sent: any JSON value."));
        scan.put("context", text("The user's request, in the user's words."));
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("trace_id", text("The trace_id of the scan."));
        response.put("response_body", Map.of("description", "What came back: any JSON value."));
        response.put(
                "response_status", Map.of("type", "integer", "description", "HTTP status; 200 if it is left out."));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "tools",
                List.of(
                        tool("weir_scan", "Asks whether a call may be made.", scan, List.of("tool_name")),
                        tool(
                                "weir_scan_response",
                                "Reports what a call has returned.",
                                response,
                                List.of("trace_id", "response_body"))));
        return result;
    }

    static Map<String, Object> resources(String about, String recent) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "resources",
                List.of(
                        resource(about, "about", "What this server is for.", "text/plain"),
                        resource(recent, "recent-activity", "The last decisions of this server.", "application/json")));
        return result;
    }

    private static Map<String, Object> resource(String uri, String name, String description, String type) {
        return Map.of("uri", uri, "name", name, "description", description, "mimeType", type);
    }

    private static Map<String, Object> tool(
            String name, String description, Map<String, ?> properties, List<String> required) {
        Map<String, Object> tool = new LinkedHashMap<>();
        tool.put("name", name);
        tool.put("description", description);
        tool.put("inputSchema", Map.of("type", "object", "properties", properties, "required", required));
        return tool;
    }

    private static Map<String, String> text(String description) {
        return Map.of("type", "string", "description", description);
    }
}
