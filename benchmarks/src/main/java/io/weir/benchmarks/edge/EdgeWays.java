package io.weir.benchmarks.edge;

import io.weir.client.CallerHeaders;
import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.relay.Origin;
import io.weir.edge.mcp.stdio.StdioProxy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens all ways of a stage: each edge, and what it is compared with. */
final class EdgeWays {

    private final EdgeStage stage;
    private final EdgeBodies bodies;
    private final int clients;

    EdgeWays(EdgeStage stage, EdgeBodies bodies, int clients) {
        this.stage = stage;
        this.bodies = bodies;
        this.clients = clients;
    }

    /** All ways; the first two are direct calls and those through the gateway. */
    List<Way> open() throws IOException {
        int upstream = stage.upstream().port();
        int gateway = stage.gateway().port();
        String target = "http://127.0.0.1:" + upstream + "/records";
        List<Way> ways = new ArrayList<>();
        Way direct = Way.open("direct", null, clients, http(upstream, "/records", "", bodies.call()));
        ways.add(direct);
        ways.add(Way.open("gateway", direct, clients, http(gateway, "/proxy/" + target, "", bodies.call())));
        ways.add(Way.open("forward proxy", direct, clients, forwarded(target)));
        String token = "Authorization: Bearer " + EdgeStage.INBOUND_TOKEN + "\r\n";
        ways.add(Way.open(
                "inbound route", direct, clients, http(gateway, "/inbound/bench/records", token, bodies.call())));
        ways.add(Way.open("MCP over HTTP", direct, clients, http(gateway, "/mcp/bench", "", bodies.message())));
        ways.add(Way.open("hook", null, clients, http(gateway, "/hook/generic", "", bodies.hook()))
                .aside());
        int envoy = stage.envoy().port();
        ways.add(Way.open("Envoy ext_authz", null, clients, session -> new EnvoyWire(envoy, session, bodies.call()))
                .aside());
        int scanApi = stage.scanApi().port();
        ways.add(Way.open("scan API's stand-in", null, clients, http(scanApi, "/v1/scan", "", bodies.call()))
                .aside());
        Way secured = Way.open("direct, TLS", null, clients, this::secured);
        ways.add(secured);
        ways.add(Way.open("forward proxy, reading", secured, clients, this::intercepted));
        Path answer = Files.writeString(stage.folder().resolve("answer.json"), bodies.messageAnswer());
        Way child = Way.open("direct, stdio", null, 1, session -> child(answer)).aside();
        ways.add(child);
        ways.add(Way.open("MCP stdio proxy", child, 1, session -> proxied(answer))
                .aside());
        return ways;
    }

    private Way.Opener http(int port, String path, String headers, String body) {
        return session -> new HttpWire(
                EdgeSockets.plain(port), HttpWire.post(path, "127.0.0.1:" + port, headers + from(session), body));
    }

    private Way.Opener forwarded(String target) {
        String authority = "127.0.0.1:" + stage.upstream().port();
        return session -> new HttpWire(
                EdgeSockets.plain(stage.gateway().forwardPort()),
                HttpWire.post(target, authority, from(session), bodies.call()));
    }

    private Wire secured(String session) throws IOException {
        int port = stage.upstream().securedPort();
        return new HttpWire(
                EdgeSockets.secured(EdgeSockets.plain(port), stage.folder().resolve("upstream")), inTunnel(session));
    }

    private Wire intercepted(String session) throws IOException {
        int port = stage.upstream().securedPort();
        return new HttpWire(
                EdgeSockets.secured(
                        EdgeSockets.tunnel(stage.gateway().forwardPort(), port),
                        stage.folder().resolve("gateway")),
                inTunnel(session));
    }

    private byte[] inTunnel(String session) {
        String authority = "localhost:" + stage.upstream().securedPort();
        return HttpWire.post("/records", authority, from(session), bodies.call());
    }

    private static String from(String session) {
        return "X-Weir-Session: " + session + "\r\n";
    }

    private Wire child(Path answer) throws IOException {
        Process server = new ProcessBuilder(FixedStdioMain.command(answer))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new LineWire(server.getOutputStream(), server.getInputStream(), bodies.message(), server::destroy);
    }

    private Wire proxied(Path answer) throws IOException {
        Pipe toProxy = Pipe.open();
        Pipe fromProxy = Pipe.open();
        InputStream in = Channels.newInputStream(toProxy.source());
        OutputStream out = Channels.newOutputStream(fromProxy.sink());
        Origin client = new Origin(new AgentIdentity(null, "stdio", null, null, null, CallerHeaders.NONE), true);
        StdioProxy proxy = stage.mcp().proxy("bench", FixedStdioMain.command(answer), client, in, out);
        Thread passing = new Thread(() -> pass(proxy), "stdio-proxy");
        passing.setDaemon(true);
        passing.start();
        return new LineWire(
                Channels.newOutputStream(toProxy.sink()),
                Channels.newInputStream(fromProxy.source()),
                bodies.message(),
                proxy);
    }

    private static void pass(StdioProxy proxy) {
        try {
            proxy.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
