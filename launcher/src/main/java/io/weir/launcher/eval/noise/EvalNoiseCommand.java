package io.weir.launcher.eval.noise;

import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.rule.RuleFileException;
import io.weir.launcher.ExitCode;
import io.weir.launcher.eval.measure.ReportOptions;
import io.weir.launcher.rules.RuleOptions;
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

/** {@code weir eval noise}: findings per 100 KB of ordinary tool traffic. */
@Command(
        name = "noise",
        mixinStandardHelpOptions = true,
        header = "Count what is found in the bodies of benign agent traces, by rule and per 100 KB.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir eval noise dev.events.jsonl.gz",
            "  weir eval noise runs.jsonl --labels labels.jsonl --failures --show-text"
        })
public final class EvalNoiseCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Trace events, .jsonl or .jsonl.gz")
    private List<Path> files = List.of();

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "Labels of the traces; default: X.labels.Y beside X.events.Y")
    private @Nullable Path labels;

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        try {
            RuleCatalog catalog = rules.catalog();
            NoiseScore score = new NoiseScore(catalog, report.showText());
            for (Path file : files) {
                score.add(file, BenignTraces.read(labels == null ? BenignTraces.labelsBeside(file) : labels));
            }
            report.print(command.commandLine().getOut(), new NoiseReport(score));
            return ExitCode.OK;
        } catch (IOException | IllegalArgumentException | RuleFileException e) {
            command.commandLine().getErr().println("eval noise: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
