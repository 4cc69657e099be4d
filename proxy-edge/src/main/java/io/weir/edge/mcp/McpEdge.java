package io.weir.edge.mcp;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.client.ScanClient;
import io.weir.client.ScanClientConfig;
import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.judge.CallJudge;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.judge.ReadReporter;
import io.weir.edge.mcp.judge.ScanPort;
import io.weir.edge.mcp.pin.PinFile;
import io.weir.edge.mcp.pin.ToolWatch;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.RelayParts;
import io.weir.edge.mcp.relay.Retries;
import io.weir.edge.mcp.stdio.StdioProxy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Wires the parts of the edges that speak the Model Context Protocol. */
public final class McpEdge {

    private final McpConfig config;
    private final ScanPort scan;
    private final McpMeters meters;

    /** An edge that asks this scan API. */
    public McpEdge(McpConfig config, ScanClientConfig scan, MeterRegistry registry) {
        this.config = config;
        this.scan = ScanPort.of(new ScanClient(scan));
        this.meters = new McpMeters(registry);
    }

    /**
     * Starts a server and stands between it and the client on these streams.
     *
     * @param server the server's name, by which policies and pins know it
     * @param command what starts it
     * @param agent the client
     * @throws IOException if the command cannot be run
     */
    public StdioProxy proxy(String server, List<String> command, Client agent, InputStream in, OutputStream out)
            throws IOException {
        Relay relay = new Relay(parts(server), agent.identity(), agent.assignedSession(), new Retries());
        return StdioProxy.start(
                command, relay, meters, new StdioProxy.StdioRules(config.messageBytesMax(), config.hold()), in, out);
    }

    /**
     * The client at the other end of a connection.
     *
     * @param identity who it is
     * @param assignedSession whether the session in it is one that we made up
     */
    public record Client(AgentIdentity identity, boolean assignedSession) {}

    private RelayParts parts(String server) {
        ToolWatch tools = new ToolWatch(server, new PinFile(config.pinsDirectory(), server), config.pins());
        return new RelayParts(
                server,
                new CallJudge(scan, config.judge(), meters),
                new ReadReporter(scan, config.judge(), meters),
                tools,
                meters,
                config.denyUnknown());
    }
}
