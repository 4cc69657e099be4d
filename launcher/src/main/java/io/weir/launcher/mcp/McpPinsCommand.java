package io.weir.launcher.mcp;

import io.weir.edge.mcp.McpConfig;
import io.weir.edge.mcp.pin.PinFile;
import io.weir.edge.mcp.pin.Pins;
import io.weir.edge.mcp.pin.ToolPin;
import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir mcp pins}: shows what is pinned of a server, or lets it be pinned anew. */
@Command(
        name = "pins",
        mixinStandardHelpOptions = true,
        header = "Show the pinned tools of an MCP server, and accept those that are out of use.",
        footerHeading = "%nExamples:%n",
        footer = {"  weir mcp pins files", "  weir mcp pins files --accept --tool read_file"})
final class McpPinsCommand implements Callable<Integer> {

    private static final int DIGEST_SHOWN = 16;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ClientOptions client = new ClientOptions();

    @Parameters(paramLabel = "SERVER", description = "Name of the server.")
    private String server = "";

    @Option(names = "--accept", description = "Accept the tools that are out of use, as the server listed them last.")
    private boolean accept;

    @Option(names = "--tool", paramLabel = "NAME", description = "Accept only this tool.")
    private @Nullable String tool;

    @Override
    public Integer call() throws IOException {
        PinFile file = new PinFile(client.settings().get(McpConfig.SECTION).pinsDirectory(), server);
        Pins pins = file.read();
        if (accept) {
            pins = pins.accepting(tool == null ? pins.pending().keySet() : Set.of(tool));
            file.write(pins);
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        pins.tools().forEach((name, pin) -> out.println(line("pinned", name, pin)));
        pins.pending().forEach((name, pin) -> out.println(line("out of use", name, pin)));
        if (pins.pendingOrigin() != null) {
            out.println("the program of the server has changed; accepting all tools accepts it");
        }
        out.println(pins.tools().size() + " tools pinned, " + pins.pending().size() + " out of use, in " + file.path());
        out.flush();
        return ExitCode.OK;
    }

    private static String line(String standing, String name, ToolPin pin) {
        return standing + "  " + pin.digest().substring(0, DIGEST_SHOWN) + "  " + name + "("
                + String.join(", ", pin.parameters()) + ")";
    }
}
