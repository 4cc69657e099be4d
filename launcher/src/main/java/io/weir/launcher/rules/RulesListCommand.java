package io.weir.launcher.rules;

import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.rule.RuleFileException;
import io.weir.engine.scan.Scanner;
import io.weir.launcher.ExitCode;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir rules list}: all rules, a line each. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header =
                "List rules: family, issuer, class, confidence, shape, whether it is optional and how the value is matched.",
        footerHeading = "%nExamples:%n",
        footer = {"  weir rules list", "  weir rules list my-rules --json"})
public final class RulesListCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|DIR",
            description = "A rule file or a directory; default: those shipped")
    private @Nullable Path path;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        try {
            RuleCatalog catalog = RuleFiles.load(path);
            Scanner scanner = Scanner.of(catalog.rules());
            print(
                    command.commandLine().getOut(),
                    catalog.rules().stream()
                            .map(rule -> RuleLine.of(rule, scanner))
                            .toList());
            return ExitCode.OK;
        } catch (IOException | IllegalArgumentException | RuleFileException e) {
            command.commandLine().getErr().println("rules list: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private void print(PrintWriter out, List<RuleLine> rules) {
        if (json) {
            out.println(Json.text(Map.of("rules", rules)));
        } else {
            out.println(RuleLine.heading());
            rules.forEach(rule -> out.println(rule.line()));
            out.println(rules.size() + " rules");
        }
        out.flush();
    }
}
