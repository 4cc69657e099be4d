package io.weir.edge.mcp.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.client.CallerHeaders;
import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.FakeScan;
import io.weir.edge.mcp.era.Translated;
import io.weir.edge.mcp.relay.ApprovalPage;
import io.weir.edge.mcp.relay.HoldRules;
import io.weir.edge.mcp.relay.Origin;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.RelayParts;
import io.weir.edge.mcp.relay.Retries;
import io.weir.edge.mcp.relay.TestRelay;
import io.weir.platform.json.Json;
import io.weir.testkit.mcp.FixtureStdioMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A client on pipes, the proxy, and the fixture as a child process. */
final class TestTalk implements AutoCloseable {

    private static final int MESSAGE_BYTES_MAX = 1 << 20;

    private final StdioProxy proxy;
    private final OutputStream toProxy;
    private final BufferedReader answers;

    private TestTalk(StdioProxy proxy, OutputStream toProxy, BufferedReader answers) {
        this.proxy = proxy;
        this.toProxy = toProxy;
        this.answers = answers;
    }

    /** A talk with a fixture that behaves so. */
    static TestTalk start(FakeScan scan, Path folder, String behavior, Translated translated) throws IOException {
        Pipe toServer = Pipe.open();
        Pipe toClient = Pipe.open();
        RelayParts parts = TestRelay.parts(scan, folder, TestRelay.waiting(ApprovalPage.NONE));
        AgentIdentity agent = new AgentIdentity("agent", "session-of-the-test", null, null, null, CallerHeaders.NONE);
        StdioProxy proxy = StdioProxy.start(
                command(behavior),
                new Relay(parts, new Origin(agent, true), new Retries()),
                parts.meters(),
                new StdioProxy.StdioRules(MESSAGE_BYTES_MAX, new HoldRules(300, 20_000, 20), translated),
                Channels.newInputStream(toServer.source()),
                Channels.newOutputStream(toClient.sink()));
        CompletableFuture.runAsync(() -> run(proxy));
        return new TestTalk(
                proxy,
                Channels.newOutputStream(toServer.sink()),
                new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(toClient.source()), StandardCharsets.UTF_8)));
    }

    private static List<String> command(String behavior) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FixtureStdioMain.class.getName(),
                behavior);
    }

    private static void run(StdioProxy proxy) {
        try {
            proxy.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says something. */
    void send(String line) throws IOException {
        toProxy.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        toProxy.flush();
    }

    /** Asks something, and waits for the next message. */
    JsonNode ask(String line) throws IOException {
        send(line);
        return next();
    }

    /** The next message. */
    JsonNode next() throws IOException {
        return Json.mapper().readTree(line());
    }

    /** The next message in its spelling. */
    String line() throws IOException {
        return String.valueOf(answers.readLine());
    }

    @Override
    public void close() {
        proxy.close();
    }
}
