package io.weir.edge.mcp.http;

import io.weir.edge.gateway.LocalTokens;
import io.weir.edge.mcp.FakeScan;
import io.weir.edge.mcp.era.Translated;
import io.weir.edge.mcp.guard.GuardServer;
import io.weir.edge.mcp.relay.ApprovalPage;
import io.weir.edge.mcp.relay.HoldRules;
import io.weir.edge.mcp.relay.RelayParts;
import io.weir.edge.mcp.relay.TestRelay;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
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
        RelayParts parts = TestRelay.parts(scan, pins, TestRelay.waiting(ApprovalPage.NONE));
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(new McpHandler(
                Map.of("fixture", new Endpoint(upstream, parts, new HoldRules(300, 20_000, 20), 1 << 20, translated)),
                "key-of-the-edge",
                new WebGuard(List.of(), List.of()),
                new LocalTokens(List.of()),
                new GuardServer(scan),
                parts.meters()));
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
