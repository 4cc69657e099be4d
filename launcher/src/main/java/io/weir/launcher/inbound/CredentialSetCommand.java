package io.weir.launcher.inbound;

import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir inbound credential-set}: stores headers for an upstream. */
@Command(
        name = "credential-set",
        mixinStandardHelpOptions = true,
        header = "Store headers for an upstream, encrypted; their values come from standard input, one a line.",
        description = "What is stored under the name is replaced. Nothing prints a stored value.")
final class CredentialSetCommand implements Callable<Integer> {

    @Mixin
    private final InboundFiles files = new InboundFiles();

    @Parameters(paramLabel = "NAME", description = "Name by which routes know the credential.")
    private String name = "";

    @Option(names = "--header", paramLabel = "HEADER", required = true, description = "Name of a header; may repeat.")
    private List<String> headers = List.of();

    @Override
    public Integer call() throws IOException {
        List<String> values = new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (values.size() != headers.size()) {
            throw new IllegalArgumentException(
                    "standard input has " + values.size() + " lines for " + headers.size() + " headers");
        }
        Map<String, String> byName = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            byName.put(headers.get(i), values.get(i));
        }
        files.credentials().put(name, byName);
        return ExitCode.OK;
    }
}
