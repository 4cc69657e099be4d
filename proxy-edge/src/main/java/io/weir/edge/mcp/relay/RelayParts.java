package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.judge.CallJudge;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.judge.ReadReporter;
import io.weir.edge.mcp.pin.ToolWatch;

/**
 * What the relays to one server share.
 *
 * @param server the server's name, by which policies know it
 * @param judge decides on what goes to it
 * @param reporter reports what comes from it
 * @param tools watches its tools
 * @param meters meters
 * @param denyUnknown whether messages of unknown methods are refused
 */
public record RelayParts(
        String server,
        CallJudge judge,
        ReadReporter reporter,
        ToolWatch tools,
        McpMeters meters,
        boolean denyUnknown) {}
