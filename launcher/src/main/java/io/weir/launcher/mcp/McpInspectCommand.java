package io.weir.launcher.mcp;

import io.weir.edge.mcp.McpConfig;
import io.weir.edge.mcp.pin.ListedTool;
import io.weir.edge.mcp.pin.PinCheck;
import io.weir.edge.mcp.pin.PinFile;
import io.weir.edge.mcp.pin.Pins;
import io.weir.edge.mcp.pin.ToolPin;
import io.weir.edge.mcp.pin.ToolWarning;
import io.weir.launcher.ExitCode;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir mcp inspect}: looks at a list of tools without a server, for builds. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        header = "Check a list of tools: injected text, look-alike names, and changes against pins.",
        description = "The file holds the result of tools/list, a response that carries it, or an array of tools."
                + " Exit code 1 if a warning that blocks was found.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir mcp inspect tools.json",
            "  weir mcp inspect tools.json --server files --pins ci/pins",
            "  weir mcp inspect tools.json --server files --pins ci/pins --accept"
        })
final class McpInspectCommand implements Callable<Integer> {

    private static final int FILE_BYTES_MAX = 64 << 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ClientOptions client = new ClientOptions();

    @Parameters(paramLabel = "FILE", description = "JSON file with the list.")
    private @Nullable Path file;

    @Option(names = "--server", paramLabel = "NAME", description = "Whose pins to compare with.")
    private @Nullable String server;

    @Option(
            names = "--pins",
            paramLabel = "DIR",
            description = "Directory of pins; default: setting mcp.pins_directory.")
    private @Nullable Path pins;

    @Option(names = "--accept", description = "Pin the list as it is; needs --server.")
    private boolean accept;

    @Override
    public Integer call() throws IOException {
        McpConfig settings = client.settings().get(McpConfig.SECTION);
        List<ListedTool> tools = read(Objects.requireNonNull(file));
        Optional<PinFile> pinFile = Optional.ofNullable(server)
                .map(name -> new PinFile(pins == null ? settings.pinsDirectory() : pins, name));
        Map<String, ToolPin> pinned = pinFile.isPresent() ? pinFile.get().read().tools() : Map.of();
        Map<String, Set<ToolWarning>> warnings = PinCheck.warnings(tools, pinned);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        warnings.forEach((tool, words) -> out.println(tool + ": "
                + String.join(", ", words.stream().map(ToolWarning::word).toList())));
        out.println(tools.size() + " tools, " + warnings.size() + " with warnings");
        out.flush();
        if (accept && pinFile.isPresent()) {
            accept(pinFile.get(), tools);
            return ExitCode.OK;
        }
        boolean blocked = warnings.values().stream().anyMatch(settings.pins()::block);
        return blocked ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static void accept(PinFile file, List<ListedTool> tools) throws IOException {
        Map<String, ToolPin> pins = new TreeMap<>();
        tools.forEach(tool -> pins.put(tool.name(), ToolPin.of(tool)));
        file.write(new Pins(pins, Map.of()));
    }

    private static List<ListedTool> read(Path file) throws IOException {
        try {
            return tools(new StrictJson(FILE_BYTES_MAX).read(Files.readAllBytes(file)));
        } catch (JsonRejected e) {
            throw new IllegalArgumentException(file + ": " + e.detail(), e);
        }
    }

    private static List<ListedTool> tools(@Nullable Object document) {
        List<ListedTool> tools = new ArrayList<>();
        definitions(document).forEach(definition -> ListedTool.of(definition).ifPresent(tools::add));
        return tools;
    }

    private static List<?> definitions(@Nullable Object document) {
        if (document instanceof List<?> items) {
            return items;
        }
        if (document instanceof Map<?, ?> members) {
            return members.containsKey("tools")
                    ? definitions(members.get("tools"))
                    : definitions(members.get("result"));
        }
        throw new IllegalArgumentException("the file holds no list of tools");
    }
}
