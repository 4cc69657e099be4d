package io.weir.launcher.policy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir policy}: checks, tries, compares and applies policies. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        subcommands = {
            PolicyValidateCommand.class,
            PolicyLintCommand.class,
            PolicyTestCommand.class,
            PolicyExplainCommand.class,
            PolicyDiffCommand.class,
            PolicyApplyCommand.class,
            PolicyRollbackCommand.class,
            PolicyPromoteCommand.class,
            PolicyPacksCommand.class
        },
        header = "Check, try, compare and apply policies.")
public final class PolicyCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing command; 'weir policy --help' lists them.");
    }
}
