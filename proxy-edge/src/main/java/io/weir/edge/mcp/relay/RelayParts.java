package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.judge.CallJudge;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.judge.ReadReporter;
import io.weir.edge.mcp.pin.ToolWarning;
import io.weir.edge.mcp.pin.ToolWatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
 */
public record RelayParts(
        String server,
        CallJudge judge,
        ReadReporter reporter,
        ToolWatch tools,
        McpMeters meters,
        boolean denyUnknown,
        HoldMeans means) {

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
