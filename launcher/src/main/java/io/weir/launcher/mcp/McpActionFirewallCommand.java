package io.weir.launcher.mcp;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.weir.edge.mcp.McpConfig;
import io.weir.edge.mcp.McpEdge;
import io.weir.edge.mcp.stdio.CommandWords;
import io.weir.edge.mcp.stdio.StdioProxy;
import io.weir.launcher.ExitCode;
import io.weir.launcher.config.PoliciesConfig;
import io.weir.launcher.config.Settings;
import io.weir.launcher.stack.LoneNode;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.metrics.Metrics;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir mcp action-firewall}: the command line of mcp-action-firewall. */
@Command(
        name = "action-firewall",
        mixinStandardHelpOptions = true,
        header = "Start an MCP server behind rules over the names of its tools, as mcp-action-firewall does.",
        description = {
            "Put it in the place of that program. The rules are those of --config, else of firewall_config.json in the"
                    + " working folder, else those that come along.",
            "It needs nothing else to run, and keeps nothing. What the rules block waits for a code, which the model"
                    + " never sees: it is written to ~/.weir/mcp/codes, or goes where approvals.code_delivery says."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir mcp action-firewall --target 'npx -y @modelcontextprotocol/server-memory'",
            "  weir mcp action-firewall --generate-config"
        })
final class McpActionFirewallCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final Logs logs = new Logs();

    @Option(names = "--target", paramLabel = "COMMAND", description = "Command line that starts the server.")
    private @Nullable String target;

    @Option(names = "--config", paramLabel = "FILE", description = "JSON file with the rules.")
    private @Nullable Path config;

    @Option(names = "--name", paramLabel = "NAME", description = "Which section of 'servers' counts too.")
    private @Nullable String name;

    @Option(names = "--generate-config", description = "Write firewall_config.json to the working folder, and end.")
    private boolean generates;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        Path folder = Path.of("").toAbsolutePath();
        if (generates) {
            boolean written = NameRules.generate(folder);
            err.println(written ? "firewall_config.json is written" : "firewall_config.json is there already");
            return written ? ExitCode.OK : ExitCode.FINDINGS;
        }
        if (target == null) {
            err.println("--target is needed: the command line that starts the server");
            return ExitCode.USAGE;
        }
        logs.set();
        List<String> command = CommandWords.of(target);
        ConfigSource source = ConfigSource.empty().withEnvironment(environment(System.getenv()));
        Config settings = source.read(Settings.SECTIONS);
        NameRules rules = NameRules.of(
                config, folder, settings.get(PoliciesConfig.SECTION).foreign(), err);
        if (name != null && !rules.knows(name)) {
            err.println("there is no server " + name + " in the rules; those for all servers count");
        }
        err.flush();
        return run(command, source, settings, rules);
    }

    private int run(List<String> command, ConfigSource source, Config settings, NameRules rules)
            throws IOException, InterruptedException {
        try (LoneNode node = new LoneNode(source, rules.source());
                Metrics metrics = Metrics.create();
                McpEdge edge = new McpEdge(settings.get(McpConfig.SECTION), node.client(), metrics.registry());
                StdioProxy proxy = edge.proxy(
                        name == null ? ServerName.of(command) : name,
                        command,
                        new ClientOptions().client(),
                        System.in,
                        new FileOutputStream(FileDescriptor.out))) {
            // A signal ends us; the server must not outlive us.
            Runtime.getRuntime().addShutdownHook(new Thread(proxy::close, "weir-mcp-stop"));
            return proxy.run();
        }
    }

    /** Codes as long as theirs, asked for by the same tool; what is set counts all the same. */
    private static Map<String, String> environment(Map<String, String> set) throws IOException {
        Map<String, String> environment = new HashMap<>(set);
        environment.keySet().removeIf(variable -> variable.startsWith("WEIR_SCAN_CLIENT_"));
        environment.putIfAbsent("WEIR_MCP_CONFIRM_TOOL", "true");
        environment.putIfAbsent("WEIR_APPROVALS_CODE_DIGITS", "4");
        if (!set.containsKey("WEIR_APPROVALS_CODE_DELIVERY")) {
            Path folder = Files.createDirectories(Path.of(System.getProperty("user.home"), ".weir", "mcp"));
            environment.put("WEIR_APPROVALS_CODE_DELIVERY", "file");
            environment.putIfAbsent(
                    "WEIR_APPROVALS_CODE_FILE", folder.resolve("codes").toString());
        }
        return environment;
    }

    /** How much is said on standard error. */
    static final class Logs {

        @Option(
                names = {"-v", "--verbose"},
                description = "Log each decision, not only what goes wrong.")
        private boolean verbose;

        void set() {
            if (LoggerFactory.getLogger("io.weir") instanceof Logger logger) {
                logger.setLevel(verbose ? Level.INFO : Level.WARN);
            }
        }
    }
}
