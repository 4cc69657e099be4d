package io.weir.launcher.eval;

import io.weir.launcher.eval.detect.EvalDetectCommand;
import io.weir.launcher.eval.noise.EvalNoiseCommand;
import io.weir.launcher.eval.techniques.EvalTechniquesCommand;
import io.weir.launcher.eval.traces.EvalTracesCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir eval}: measures the judgement on labelled data. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        subcommands = {
            EvalTracesCommand.class,
            EvalTechniquesCommand.class,
            EvalDetectCommand.class,
            EvalNoiseCommand.class
        },
        header = "Measure detection and false positives on labelled data.")
public final class EvalCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing command; 'weir eval --help' lists them.");
    }
}
