package io.weir.edge.mcp.registered;

import io.weir.edge.mcp.channel.Channel;
import io.weir.edge.mcp.judge.ScanPort;
import io.weir.edge.mcp.pin.ToolWatch;
import io.weir.edge.mcp.relay.RelayParts;
import java.util.function.Function;

/**
 * How calls to registered servers are made.
 *
 * @param channel the way to a server
 * @param watch the watch over a server's tools
 * @param relay what judges calls to a server, for a caller whose scan API this is
 */
public record CallParts(
        Function<RegisteredServer, Channel> channel, Function<RegisteredServer, ToolWatch> watch, RelayFor relay) {

    /** Makes what judges the calls of one caller to one server. */
    @FunctionalInterface
    public interface RelayFor {
        /** Parts for one request. */
        RelayParts parts(RegisteredServer server, ToolWatch watch, ScanPort caller);
    }
}
