package io.weir.launcher.mcp;

import io.weir.client.CallerHeaders;
import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.relay.Origin;
import io.weir.launcher.config.Settings;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who the client of an MCP edge is, and where the edge finds its settings. */
final class ClientOptions {

    @Option(names = "--config", paramLabel = "FILE", description = "YAML file with settings.")
    private @Nullable Path config;

    @Option(names = "--agent", paramLabel = "ID", description = "Id of the agent, where the key does not name it.")
    private @Nullable String agent;

    @Option(
            names = "--session",
            paramLabel = "ID",
            description = "Session of all calls; default: one for each process that starts servers, so that the servers"
                    + " of one client share it.")
    private @Nullable String session;

    Config settings() {
        ConfigSource environment = ConfigSource.empty().withEnvironment(ProtocolVariables.translated(System.getenv()));
        return (config == null ? environment : environment.withFile(config)).read(Settings.SECTIONS);
    }

    Origin client() {
        String id = session == null ? ofParent() : session;
        return new Origin(new AgentIdentity(agent, id, null, null, null, CallerHeaders.NONE), session == null);
    }

    /** A client starts all its servers itself, so its process stands for the session. */
    private static String ofParent() {
        return ProcessHandle.current()
                .parent()
                .flatMap(parent -> parent.info().startInstant().map(start -> named(parent.pid(), start)))
                .orElseGet(() -> "mcp-" + UUID.randomUUID());
    }

    private static String named(long pid, Instant start) {
        return "mcp-" + Long.toString(start.toEpochMilli(), Character.MAX_RADIX) + "-" + pid;
    }
}
