package io.weir.launcher.policy;

import io.weir.engine.policy.text.PolicyProblem;
import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that reads policy files and prints the problems it looks for. */
abstract class PolicyCheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Option(names = "--strict", description = "Exit with 3 if there are warnings.")
    private boolean strict;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Policy files, or directories of them")
    private List<Path> paths = List.of();

    /** The problems worth printing of what was read. */
    abstract List<PolicyProblem> problems(PolicyOptions.Read read);

    @Override
    public final Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try {
            PolicyOptions.Read read = options.read(paths);
            return ProblemReport.print(command.getOut(), read.policies(), problems(read), strict);
        } catch (IOException e) {
            command.getErr().println("policy " + command.getCommandName() + ": " + e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
