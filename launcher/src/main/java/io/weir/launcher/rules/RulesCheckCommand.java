package io.weir.launcher.rules;

import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.rule.RuleFileException;
import io.weir.engine.rule.RuleWarning;
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
            List<RuleWarning> warnings = new ArrayList<>();
            int rules = 0;
            for (Path path : paths) {
                try {
                    RuleCatalog catalog = RuleFiles.load(path);
                    warnings.addAll(catalog.warnings());
                    rules += catalog.rules().size();
                } catch (RuleFileException e) {
                    problems.addAll(e.problems());
                }
            }
            return report(command.commandLine().getOut(), problems, warnings, rules);
        } catch (IOException | IllegalArgumentException e) {
            command.commandLine().getErr().println("rules check: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private static int report(PrintWriter out, List<String> problems, List<RuleWarning> warnings, int rules) {
        warnings.forEach(warning -> out.println("warning: " + warning.message()));
        problems.forEach(out::println);
        String noted = warnings.isEmpty() ? "" : ", " + warnings.size() + " warnings";
        out.println((problems.isEmpty() ? "ok: " + rules + " rules" : "problems: " + problems.size()) + noted);
        out.flush();
        return problems.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
