package io.weir.launcher.policy;

import io.weir.engine.policy.PolicyLint;
import io.weir.engine.policy.text.PolicyProblem;
import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir policy lint}: rules that hardly do what is wanted. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        header = "Find rules that can be read and hardly do what their authors want.",
        footerHeading = "%nExamples:%n",
        footer = {"  weir policy lint my-policies", "  weir policy lint guardian.yaml --foreign strict"})
public final class PolicyLintCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Option(names = "--strict", description = "Exit with 3 if there are warnings.")
    private boolean strict;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Policy files, or directories of them")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        try {
            PolicyOptions.Read read = options.read(paths);
            List<PolicyProblem> problems = new ArrayList<>(read.problems());
            problems.addAll(PolicyLint.of(read.policies()));
            return ProblemReport.print(command.commandLine().getOut(), read.policies(), problems, strict);
        } catch (IOException e) {
            command.commandLine().getErr().println("policy lint: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
