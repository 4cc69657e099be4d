package io.weir.launcher.rules;

import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir rules check}: whether rule files can be used. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        header = "Check rule files: each rule must find what its examples say, and nothing in its counter-examples.",
        footerHeading = "%nExamples:%n",
        footer = {"  weir rules check my-rules", "  weir rules check my-rules/billing.yaml"})
public final class RulesCheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Rule files, or directories of them")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        try {
            List<String> problems = new ArrayList<>();
            int rules = 0;
            for (Path path : paths) {
                List<String> found = RuleFiles.problems(path);
                problems.addAll(found);
                rules += found.isEmpty() ? RuleFiles.load(path).rules().size() : 0;
            }
            return report(command.commandLine().getOut(), problems, rules);
        } catch (IOException | IllegalArgumentException e) {
            command.commandLine().getErr().println("rules check: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private static int report(PrintWriter out, List<String> problems, int rules) {
        problems.forEach(out::println);
        out.println(problems.isEmpty() ? "ok: " + rules + " rules" : "problems: " + problems.size());
        out.flush();
        return problems.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
