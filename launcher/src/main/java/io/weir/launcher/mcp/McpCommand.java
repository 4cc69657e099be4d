package io.weir.launcher.mcp;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code weir mcp}: edges for agents that use tools by the Model Context Protocol. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        header = "Stand between an agent and its MCP servers.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir mcp proxy -- npx -y @modelcontextprotocol/server-memory",
            "  weir mcp inspect tools.json --server files",
            "  weir mcp pins files"
        })
public final class McpCommand {

    /** The command with its own commands. */
    public static CommandLine commandLine() {
        // What follows the server's command are its own options, not ours.
        CommandLine proxy = new CommandLine(new McpProxyCommand()).setStopAtPositional(true);
        return new CommandLine(new McpCommand())
                .addSubcommand(proxy)
                .addSubcommand(new McpActionFirewallCommand())
                .addSubcommand(new McpGuardCommand())
                .addSubcommand(new McpInspectCommand())
                .addSubcommand(new McpPinsCommand());
    }
}
