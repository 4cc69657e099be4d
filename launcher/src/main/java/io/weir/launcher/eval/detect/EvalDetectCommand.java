package io.weir.launcher.eval.detect;

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

/** {@code weir eval detect}: recall and false findings on labelled texts. */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        header = "Run labelled texts through reading, detection and redaction and report recall and false findings.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir eval detect corpus/*.jsonl.gz",
            "  weir eval detect gitleaks.jsonl.gz --wrap nested --json",
            "  weir eval detect gitleaks.jsonl.gz --rules my-rules --failures"
        })
public final class EvalDetectCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Labelled texts, .jsonl or .jsonl.gz")
    private List<Path> files = List.of();

    @Option(
            names = "--wrap",
            paramLabel = "HOW",
            defaultValue = "none",
            description = "How each text is put into a body: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Wrapping wrapping = Wrapping.none;

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        try {
            RuleCatalog catalog = rules.catalog();
            DetectScore score = DetectScore.of(SampleFile.read(files), catalog, wrapping, report.showText());
            report.print(command.commandLine().getOut(), new DetectReport(score, wrapping));
            return ExitCode.OK;
        } catch (IOException | IllegalArgumentException | RuleFileException e) {
            command.commandLine().getErr().println("eval detect: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
