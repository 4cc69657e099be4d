package io.weir.edge.mcp.registered;

import io.weir.edge.mcp.channel.Channel;
import io.weir.edge.mcp.pin.ToolWarning;
import io.weir.edge.mcp.pin.ToolWatch;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A registered server in use: the way to it, and what is known of its tools. Safe to share between threads. */
final class ServerEntry {

    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final RegisteredServer server;
    private final Channel channel;
    private final ToolWatch watch;
    private boolean listed;
    private long listedAt;

    ServerEntry(RegisteredServer server, CallParts parts) {
        this.server = server;
        this.channel = parts.channel().apply(server);
        this.watch = parts.watch().apply(server);
    }

    RegisteredServer server() {
        return server;
    }

    Channel channel() {
        return channel;
    }

    ToolWatch watch() {
        return watch;
    }

    /** Whether its tools were looked at not long ago, so that a call is judged by what they are. */
    synchronized boolean isFresh() {
        return listed && System.nanoTime() - listedAt < FRESH_NANOS;
    }

    synchronized void listedNow() {
        listed = true;
        listedAt = System.nanoTime();
    }

    /** What the scan protocol calls that which is to be said about a tool. */
    List<String> reasonCodes(String tool) {
        return watch.warnings(tool).stream()
                .map(ToolWarning::reasonCode)
                .sorted()
                .toList();
    }
}
