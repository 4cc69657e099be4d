package io.weir.launcher;

import io.weir.launcher.agent.AgentCommand;
import io.weir.launcher.approval.ApprovalCommand;
import io.weir.launcher.audit.AuditCommand;
import io.weir.launcher.canary.CanaryCommand;
import io.weir.launcher.demo.DemoCommand;
import io.weir.launcher.eval.EvalCommand;
import io.weir.launcher.export.ExportCommand;
import io.weir.launcher.gateway.GatewayCommand;
import io.weir.launcher.hook.HookCommand;
import io.weir.launcher.inbound.InboundCommand;
import io.weir.launcher.incident.IncidentCommand;
import io.weir.launcher.ingest.IngestCommand;
import io.weir.launcher.intel.IntelCommand;
import io.weir.launcher.key.KeyCommand;
import io.weir.launcher.key.TokenCommand;
import io.weir.launcher.mcp.McpCommand;
import io.weir.launcher.policy.PolicyCommand;
import io.weir.launcher.posture.PostureCommand;
import io.weir.launcher.replay.ReplayCommand;
import io.weir.launcher.rules.RulesCommand;
import io.weir.launcher.service.CorrelatorCommand;
import io.weir.launcher.service.EdgeCommand;
import io.weir.launcher.service.ScanApiCommand;
import io.weir.launcher.statement.ClassifyCommand;
import io.weir.launcher.statement.DeclassifyCommand;
import io.weir.launcher.up.UpCommand;
import io.weir.platform.Build;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir}: the root of the command line. Each command is a class of its own in its own package. */
@Command(
        name = "weir",
        mixinStandardHelpOptions = true,
        versionProvider = WeirCommand.Version.class,
        header = "Firewall and exfiltration correlator for fleets of AI agents.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir demo                    see a read linked to a write, by the real parts",
            "  weir up                      run everything on this machine, until Ctrl-C",
            "  weir up --bootstrap k:9092   the same on a Kafka cluster of yours",
            "  weir eval traces ...         measure detection on labelled runs",
            "  weir rules check my-rules    check detection rules of yours",
            "  weir policy test my-policies run the tests beside policies of yours",
            "  weir bench                   measure what a scan costs (script at the root only)",
            "  weir ingest runs.jsonl.gz    post recorded runs to the scan API",
            "  weir replay --data .weir     decide the past again, and print what differs",
            "  weir audit verify            check the audit log of .weir",
            "  weir canary mint             make a value that nobody should ever send",
            "  weir declassify ...          let content go to somebody for a while",
            "  weir classify ...            say afterwards that content is sensitive",
            "  weir key create --name a     make a key for an agent",
            "  weir approval list           see the calls that wait for a person",
            "  weir mcp proxy -- ...        stand between an agent and an MCP server",
            "  weir gateway ca              make the authority with which the gateway reads HTTPS",
            "  weir agent list              see which agents are trusted how much",
            "  weir incident list           see what went wrong",
            "  weir inbound check r.yaml    prepare upstreams whose credentials agents never see",
            "  weir hook claude-code        scan what an agent's host is about to do",
            "  weir intel import f.csv ...  take over a feed of threats",
            "  weir export --format csv     write decisions for other systems",
            "  weir token create ...        make a token for a person"
        },
        exitCodeListHeading = "%nExit codes of all commands:%n",
        exitCodeList = {
            "0:all is well",
            "1:something was found, or a check failed",
            "2:wrong usage, or input that cannot be read",
            "3:only warnings, where these are to count",
            "4:Kafka or another dependency cannot be reached",
            "130:interrupted"
        })
public final class WeirCommand implements Runnable {

    private static final String MCP = "mcp";

    @Spec
    private @Nullable CommandSpec spec;

    /** The commands that these arguments need: an MCP client waits for its server, so that command is there alone. */
    static CommandLine commandLine(StopRequest stop, String[] args) {
        return args.length > 0 && args[0].equals(MCP) ? withMcp(new CommandLine(new WeirCommand())) : commandLine(stop);
    }

    private static CommandLine withMcp(CommandLine root) {
        return root.addSubcommand(McpCommand.commandLine())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureHandler());
    }

    /** All commands, in the order in which the help lists them. */
    static CommandLine commandLine(StopRequest stop) {
        return new CommandLine(new WeirCommand())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new UpCommand(stop))
                .addSubcommand(new EvalCommand())
                .addSubcommand(new RulesCommand())
                .addSubcommand(new PolicyCommand())
                .addSubcommand(new IngestCommand())
                .addSubcommand(new ReplayCommand())
                .addSubcommand(new AuditCommand())
                .addSubcommand(new CanaryCommand())
                .addSubcommand(new DeclassifyCommand())
                .addSubcommand(new ClassifyCommand())
                .addSubcommand(new ApprovalCommand())
                .addSubcommand(new AgentCommand())
                .addSubcommand(new IncidentCommand())
                .addSubcommand(new PostureCommand())
                .addSubcommand(new IntelCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new KeyCommand())
                .addSubcommand(new TokenCommand())
                .addSubcommand(McpCommand.commandLine())
                .addSubcommand(new GatewayCommand())
                .addSubcommand(new InboundCommand())
                .addSubcommand(new HookCommand())
                .addSubcommand(new ScanApiCommand(stop))
                .addSubcommand(new CorrelatorCommand(stop))
                .addSubcommand(new EdgeCommand(stop))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureHandler());
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing command; 'weir --help' lists them.");
    }

    /** Says which build this is. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"weir " + Build.version(), "Java " + Runtime.version()};
        }
    }
}
