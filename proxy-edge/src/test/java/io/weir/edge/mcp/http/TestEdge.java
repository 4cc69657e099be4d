package io.weir.edge.mcp.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.edge.enforce.LateReports;
import io.weir.edge.gateway.LocalTokens;
import io.weir.edge.mcp.FakeScan;
import io.weir.edge.mcp.era.Translated;
import io.weir.edge.mcp.guard.GuardServer;
import io.weir.edge.mcp.judge.CallJudge;
import io.weir.edge.mcp.judge.JudgeRules;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.judge.ReadReporter;
import io.weir.edge.mcp.pin.PinFile;
import io.weir.edge.mcp.pin.PinRules;
import io.weir.edge.mcp.pin.ToolWatch;
import io.weir.edge.mcp.relay.ApprovalPage;
import io.weir.edge.mcp.relay.Confirmations;
import io.weir.edge.mcp.relay.HeldTasks;
import io.weir.edge.mcp.relay.HoldMeans;
import io.weir.edge.mcp.relay.HoldRules;
import io.weir.edge.mcp.relay.RelayParts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Server;

/** The HTTP endpoint on a server of its own, before one upstream. */
final class TestEdge implements AutoCloseable {

    private final Server server;

    private TestEdge(Server server) {
        this.server = server;
    }

    static TestEdge start(FakeScan scan, URI upstream, Path pins) throws Exception {
        return start(scan, upstream, pins, Translated.OLDER_CLIENTS);
    }

    static TestEdge start(FakeScan scan, URI upstream, Path pins, Translated translated) throws Exception {
        McpMeters meters = new McpMeters(new SimpleMeterRegistry());
        JudgeRules rules = new JudgeRules(false, false, false, 200 << 10, 4 << 20);
        RelayParts parts = new RelayParts(
                "fixture",
                new CallJudge(scan, rules, meters),
                new ReadReporter(scan, rules, meters, new LateReports(scan::observe, meters::late)),
                new ToolWatch("fixture", new PinFile(pins, "fixture"), PinRules.STANDARD),
                meters,
                false,
                new HoldMeans(new Confirmations(false), ApprovalPage.NONE, new HeldTasks(InstantSource.system())));
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(new McpHandler(
                Map.of("fixture", new Endpoint(upstream, parts, new HoldRules(300, 20_000, 20), 1 << 20, translated)),
                "key-of-the-edge",
                new WebGuard(List.of(), List.of()),
                new LocalTokens(List.of()),
                new GuardServer(scan),
                meters));
        server.setStopTimeout(0);
        server.start();
        return new TestEdge(server);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getURI().getPort() + "/mcp/fixture");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the edge of the test does not stop", e);
        }
    }
}
