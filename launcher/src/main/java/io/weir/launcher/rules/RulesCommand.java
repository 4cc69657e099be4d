package io.weir.launcher.rules;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir rules}: checks, lists and tries detection rules. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        subcommands = {RulesCheckCommand.class, RulesListCommand.class, RulesTestCommand.class},
        header = "Check, list and try detection rules.")
public final class RulesCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing command; 'weir rules --help' lists them.");
    }
}
