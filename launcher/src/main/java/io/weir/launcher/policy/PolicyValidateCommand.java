package io.weir.launcher.policy;

import io.weir.engine.policy.text.PolicyProblem;
import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
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

/** {@code weir policy validate}: whether policy files can be used. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        header = "Check that policy files can be used; each problem has file, line and column.",
        footerHeading = "%nExamples:%n",
        footer = {"  weir policy validate my-policies", "  weir policy validate guardian.yaml --foreign strict"})
public final class PolicyValidateCommand implements Callable<Integer> {

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
            List<PolicyProblem> problems = read.problems();
            return ProblemReport.print(command.commandLine().getOut(), read.policies(), problems, strict);
        } catch (IOException e) {
            command.commandLine().getErr().println("policy validate: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
