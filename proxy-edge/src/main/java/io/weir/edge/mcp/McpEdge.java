package io.weir.edge.mcp;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.client.ScanClient;
import io.weir.client.ScanClientConfig;
import io.weir.edge.enforce.LateReports;
import io.weir.edge.gateway.LocalTokens;
import io.weir.edge.mcp.guard.GuardServer;
import io.weir.edge.mcp.http.Endpoint;
import io.weir.edge.mcp.http.McpHandler;
import io.weir.edge.mcp.http.WebGuard;
import io.weir.edge.mcp.judge.CallJudge;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.judge.ReadReporter;
import io.weir.edge.mcp.judge.ScanPort;
import io.weir.edge.mcp.pin.PinFile;
import io.weir.edge.mcp.pin.ServerProgram;
import io.weir.edge.mcp.pin.ToolWatch;
import io.weir.edge.mcp.relay.Confirmations;
import io.weir.edge.mcp.relay.HeldTasks;
import io.weir.edge.mcp.relay.HoldMeans;
import io.weir.edge.mcp.relay.Origin;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.RelayParts;
import io.weir.edge.mcp.relay.Retries;
import io.weir.edge.mcp.stdio.StdioProxy;
import io.weir.edge.mcp.stdio.StdioServer;
import io.weir.platform.config.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Wires the parts of the edges that speak the Model Context Protocol. */
public final class McpEdge implements AutoCloseable {

    private final McpConfig config;
    private final ScanPort scan;
    private final McpMeters meters;
    private final LateReports late;

    /** An edge that asks this scan API. */
    public McpEdge(McpConfig config, ScanClientConfig client, MeterRegistry registry) {
        this.config = config;
        this.scan = ScanPort.of(new ScanClient(client));
        this.meters = new McpMeters(registry);
        this.late = new LateReports(scan::observe, meters::late);
    }

    /**
     * Starts a server and stands between it and the client on these streams.
     *
     * @param server the server's name, by which policies and pins know it
     * @param command what starts it
     * @param client who is at the other end
     * @throws IOException if the command cannot be run
     */
    public StdioProxy proxy(String server, List<String> command, Origin client, InputStream in, OutputStream out)
            throws IOException {
        String program = config.pinsOrigin() ? ServerProgram.digest(command) : null;
        Relay relay = new Relay(parts(server, program), client, new Retries());
        return StdioProxy.start(
                command, relay, meters, new StdioProxy.StdioRules(config.messageBytesMax(), config.hold()), in, out);
    }

    /** The guard, for a client on these streams. */
    public StdioServer guard(Origin client) {
        return new StdioServer(new GuardServer(scan), client.agent(), config.messageBytesMax());
    }

    /**
     * What answers to {@code /mcp/NAME} for each configured server.
     *
     * @param credential the edge's own key for the scan API
     * @param tokens one of which each request must carry; empty if none need be
     */
    public McpHandler handler(Secret credential, List<Secret> tokens) {
        Map<String, Endpoint> endpoints = new TreeMap<>();
        config.http()
                .servers()
                .forEach((name, url) -> endpoints.put(
                        name,
                        new Endpoint(
                                URI.create(url),
                                parts(name, null),
                                config.hold(),
                                config.messageBytesMax(),
                                config.http().translated())));
        WebGuard guard =
                new WebGuard(config.http().hostsAllowed(), config.http().originsAllowed());
        return new McpHandler(
                endpoints, credential.reveal(), guard, new LocalTokens(tokens), new GuardServer(scan), meters);
    }

    private RelayParts parts(String server, @Nullable String program) {
        ToolWatch tools = new ToolWatch(server, new PinFile(config.pinsDirectory(), server), config.pins(), program);
        return new RelayParts(
                server,
                new CallJudge(scan, config.judge(), meters),
                new ReadReporter(scan, config.judge(), meters, late),
                tools,
                meters,
                config.denyUnknown(),
                new HoldMeans(
                        new Confirmations(config.confirmTool()), config.page(), new HeldTasks(InstantSource.system())),
                config.plainSchemas());
    }

    /** Drops reports that have not been sent. Servers and handlers are closed by those who have them. */
    @Override
    public void close() {
        late.close();
    }
}
