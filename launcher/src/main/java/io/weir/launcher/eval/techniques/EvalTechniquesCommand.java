package io.weir.launcher.eval.techniques;

import io.weir.launcher.ExitCode;
import io.weir.launcher.eval.measure.ContextOption;
import io.weir.platform.json.Json;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir eval techniques}: the coverage matrix. */
@Command(
        name = "techniques",
        mixinStandardHelpOptions = true,
        header = "Play techniques of exfiltration and their benign twins, and report which are caught.",
        footerHeading = "%nExamples:%n",
        footer = {"  weir eval techniques", "  weir eval techniques --seed 1000 --seeds 200 --json"})
public final class EvalTechniquesCommand implements Callable<Integer> {

    private static final int SEEDS_MAX = 100_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "First seed; default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "50",
            description = "Seeds of each technique; default: ${DEFAULT-VALUE}")
    private int seeds = 50;

    @Mixin
    private final ContextOption context = new ContextOption();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        if (seeds < 1 || seeds > SEEDS_MAX) {
            throw new ParameterException(
                    command.commandLine(), "--seeds must be from 1 to " + SEEDS_MAX + ", not " + seeds);
        }
        TechniqueMatrix matrix = TechniqueMatrix.of(seed, seeds, context.withRequest());
        PrintWriter out = command.commandLine().getOut();
        out.println(json ? Json.text(matrix) : TechniqueReport.text(matrix));
        out.flush();
        return ExitCode.OK;
    }
}
