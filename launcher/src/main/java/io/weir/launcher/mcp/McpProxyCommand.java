package io.weir.launcher.mcp;

import io.weir.client.ScanClientConfig;
import io.weir.edge.mcp.McpConfig;
import io.weir.edge.mcp.McpEdge;
import io.weir.edge.mcp.stdio.StdioProxy;
import io.weir.platform.config.Config;
import io.weir.platform.metrics.Metrics;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir mcp proxy}: a server that is started here, behind an edge. */
@Command(
        name = "proxy",
        mixinStandardHelpOptions = true,
        header = "Start an MCP server and have every message to and from it scanned.",
        description = {
            "Put it before the server's command in the client's configuration. Standard input and output belong to the"
                    + " protocol; the server's standard error and exit code are passed on.",
            "Settings come from environment variables (WEIR_..., or INTERVEN_... as other guards read them), then"
                    + " --config."
        },
        footerHeading = "%nExamples:%n",
        footer = "  weir mcp proxy --server files -- npx -y @modelcontextprotocol/server-filesystem /data")
final class McpProxyCommand implements Callable<Integer> {

    @Mixin
    private final ClientOptions client = new ClientOptions();

    @Option(
            names = "--server",
            paramLabel = "NAME",
            description = "Name by which policies and pins know the server; default: taken from its command.")
    private @Nullable String server;

    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "What starts the server.")
    private List<String> command = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Config settings = client.settings();
        try (Metrics metrics = Metrics.create();
                McpEdge edge = new McpEdge(
                        settings.get(McpConfig.SECTION), settings.get(ScanClientConfig.SECTION), metrics.registry())) {
            String name = server == null ? ServerName.of(command) : server;
            try (StdioProxy proxy =
                    edge.proxy(name, command, client.client(), System.in, new FileOutputStream(FileDescriptor.out))) {
                // A signal ends us; the server must not outlive us.
                Runtime.getRuntime().addShutdownHook(new Thread(proxy::close, "weir-mcp-stop"));
                return proxy.run();
            }
        }
    }
}
