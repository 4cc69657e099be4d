package io.weir.edge.mcp;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.client.ScanClient;
import io.weir.client.ScanClientConfig;
import io.weir.edge.enforce.LateReports;
import io.weir.edge.gateway.GatewayConfig;
import io.weir.edge.gateway.LocalTokens;
import io.weir.edge.mcp.channel.Channel;
import io.weir.edge.mcp.guard.GuardServer;
import io.weir.edge.mcp.http.Callers;
import io.weir.edge.mcp.http.Endpoint;
import io.weir.edge.mcp.http.HttpChannel;
import io.weir.edge.mcp.http.McpHandler;
import io.weir.edge.mcp.http.WebGuard;
import io.weir.edge.mcp.judge.CallJudge;
import io.weir.edge.mcp.judge.JudgeRules;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.judge.ReadReporter;
import io.weir.edge.mcp.judge.ScanPort;
import io.weir.edge.mcp.pin.PinFile;
import io.weir.edge.mcp.pin.ServerProgram;
import io.weir.edge.mcp.pin.ToolWatch;
import io.weir.edge.mcp.registered.CallParts;
import io.weir.edge.mcp.registered.RegisterRules;
import io.weir.edge.mcp.registered.RegisteredHandler;
import io.weir.edge.mcp.registered.RegisteredServer;
import io.weir.edge.mcp.registered.RegisteredSettings;
import io.weir.edge.mcp.registered.ScanPassage;
import io.weir.edge.mcp.registered.Transport;
import io.weir.edge.mcp.relay.Confirmations;
import io.weir.edge.mcp.relay.HeldTasks;
import io.weir.edge.mcp.relay.HoldMeans;
import io.weir.edge.mcp.relay.Origin;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.RelayParts;
import io.weir.edge.mcp.relay.Retries;
import io.weir.edge.mcp.stdio.CommandWords;
import io.weir.edge.mcp.stdio.StdioChannel;
import io.weir.edge.mcp.stdio.StdioProxy;
import io.weir.edge.mcp.stdio.StdioServer;
import io.weir.edge.upstream.AddressGuard;
import io.weir.edge.upstream.UpstreamClient;
import io.weir.edge.upstream.UpstreamSettings;
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

    /** Most connections to one registered server, and to the scan API for those who call them. */
    private static final int CONNECTIONS_MAX = 64;
    /** Longest run of a registered program for one call. */
    private static final int PROGRAM_MILLIS = 120_000;

    private final McpConfig config;
    private final ScanClientConfig api;
    private final ScanClient client;
    private final ScanPort scan;
    private final McpMeters meters;
    private final LateReports late;

    /** An edge that asks this scan API. */
    public McpEdge(McpConfig config, ScanClientConfig client, MeterRegistry registry) {
        this.config = config;
        this.api = client;
        this.client = new ScanClient(client);
        this.scan = ScanPort.of(this.client);
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
        StdioProxy.StdioRules rules = new StdioProxy.StdioRules(
                config.messageBytesMax(), config.hold(), config.http().translated());
        return StdioProxy.start(command, relay, meters, rules, in, out);
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
        return new McpHandler(
                endpoints, credential.reveal(), webGuard(), new LocalTokens(tokens), new GuardServer(scan), meters);
    }

    private WebGuard webGuard() {
        return new WebGuard(config.http().hostsAllowed(), config.http().originsAllowed());
    }

    /**
     * What answers to {@code /v1/mcp/...}, and passes on what its clients ask the scan API besides.
     *
     * @param upstreams which servers may be called, as the gateway calls others
     * @param tokens one of which each request must carry; empty if none need be
     */
    public RegisteredHandler registeredServers(GatewayConfig.Upstreams upstreams, List<Secret> tokens) {
        UpstreamClient servers = UpstreamClient.start(upstreams.settings(CONNECTIONS_MAX));
        UpstreamClient scanApi = UpstreamClient.start(new UpstreamSettings(
                api.connectMillis(),
                api.answerMillis(),
                CONNECTIONS_MAX,
                AddressGuard.permitting(List.of(api.url().getHost())),
                null));
        RegisterRules rules = new RegisterRules(
                upstreams.rules(),
                config.registered().commands(),
                config.registered().serversMax());
        return RegisteredHandler.of(
                new RegisteredSettings(rules, config.pins(), config.pinsDirectory(), config.messageBytesMax()),
                client,
                new CallParts(server -> channel(server, servers), this::watch, this::parts),
                new RegisteredHandler.Door(
                        webGuard(),
                        new LocalTokens(tokens),
                        new Callers(api.apiKey().reveal())),
                new ScanPassage(api.url(), scanApi),
                List.of(servers, scanApi));
    }

    private Channel channel(RegisteredServer server, UpstreamClient servers) {
        return server.transport() == Transport.STDIO
                ? new StdioChannel(CommandWords.of(server.urlOrPath()), config.messageBytesMax(), PROGRAM_MILLIS)
                : new HttpChannel(server.id(), URI.create(server.urlOrPath()), servers, config.messageBytesMax());
    }

    private ToolWatch watch(RegisteredServer server) {
        return new ToolWatch(
                server.id(), new PinFile(config.pinsDirectory(), server.id()), server.rules(config.pins()), null);
    }

    /** Calls of registered servers are decided on in the name of their caller, and held back without a decision. */
    private RelayParts parts(RegisteredServer server, ToolWatch tools, ScanPort caller) {
        JudgeRules rules = config.judge().enforcing();
        return parts(
                server.id(),
                new CallJudge(caller, rules, meters),
                new ReadReporter(caller, rules, meters, late),
                tools);
    }

    private RelayParts parts(String server, @Nullable String program) {
        return parts(
                server,
                new CallJudge(scan, config.judge(), meters),
                new ReadReporter(scan, config.judge(), meters, late),
                new ToolWatch(server, new PinFile(config.pinsDirectory(), server), config.pins(), program));
    }

    private RelayParts parts(String server, CallJudge judge, ReadReporter reporter, ToolWatch tools) {
        return new RelayParts(
                server,
                judge,
                reporter,
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
