package io.weir.launcher.mcp;

import io.weir.client.ScanClientConfig;
import io.weir.edge.mcp.McpConfig;
import io.weir.edge.mcp.McpEdge;
import io.weir.launcher.ExitCode;
import io.weir.platform.config.Config;
import io.weir.platform.metrics.Metrics;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code weir mcp guard}: a server whose tools ask for decisions. */
@Command(
        name = "guard",
        mixinStandardHelpOptions = true,
        header = "Offer scans as tools of an MCP server, on standard input and output.",
        description = {
            "For agents that cannot be put behind an edge and are told to ask first: the guard advises, it does not"
                    + " enforce. The gateway offers the same at /mcp-guard.",
            "Settings as for 'weir mcp proxy'."
        })
final class McpGuardCommand implements Callable<Integer> {

    @Mixin
    private final ClientOptions client = new ClientOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Config settings = client.settings();
        try (Metrics metrics = Metrics.create();
                McpEdge edge = new McpEdge(
                        settings.get(McpConfig.SECTION), settings.get(ScanClientConfig.SECTION), metrics.registry())) {
            edge.guard(client.client()).run(System.in, new FileOutputStream(FileDescriptor.out));
            return ExitCode.OK;
        }
    }
}
