package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.judge.CallJudge;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.judge.ReadReporter;
import io.weir.edge.mcp.pin.ToolWarning;
import io.weir.edge.mcp.pin.ToolWatch;
import io.weir.edge.mcp.schema.PlainSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the relays to one server share.
 *
 * @param server the server's name, by which policies know it
 * @param judge decides on what goes to it
 * @param reporter reports what comes from it
 * @param tools watches its tools
 * @param meters meters
 * @param denyUnknown whether messages of unknown methods are refused
 * @param means how held calls wait
 * @param plainSchemas whether clients get input schemas in the form that strict function calling takes
 */
public record RelayParts(
        String server,
        CallJudge judge,
        ReadReporter reporter,
        ToolWatch tools,
        McpMeters meters,
        boolean denyUnknown,
        HoldMeans means,
        boolean plainSchemas) {

    /** Parts of a relay that leaves schemas as they are. */
    public RelayParts(
            String server,
            CallJudge judge,
            ReadReporter reporter,
            ToolWatch tools,
            McpMeters meters,
            boolean denyUnknown,
            HoldMeans means) {
        this(server, judge, reporter, tools, meters, denyUnknown, means, false);
    }

    /** A page of tools as clients get it. */
    Map<String, @Nullable Object> shown(Map<String, @Nullable Object> page) {
        return means.confirmations().listed(plainSchemas ? PlainSchema.ofTools(page) : page);
    }

    /** The same of a message of another method, which is no call of a tool. */
    Map<String, String> headers(String method, String tool, Map<String, String> mirrors) {
        Map<String, String> headers = headers(tool, mirrors);
        if (!method.equals("tools/call")) {
            headers.put("X-Weir-Method", method);
        }
        return headers;
    }

    /** What the scan API is told of a call besides what is in it. */
    Map<String, String> headers(String tool, Map<String, String> mirrors) {
        Map<String, String> headers = new LinkedHashMap<>(mirrors);
        headers.put("X-Weir-Server", server);
        if (tools.isListed(tool)) {
            Set<ToolWarning> warnings = tools.warnings(tool);
            headers.put(
                    "X-Weir-Tool-Warnings",
                    warnings.isEmpty()
                            ? "none"
                            : warnings.stream().map(ToolWarning::word).collect(Collectors.joining(",")));
        }
        return headers;
    }
}
