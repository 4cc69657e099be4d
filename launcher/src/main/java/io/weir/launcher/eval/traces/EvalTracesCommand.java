package io.weir.launcher.eval.traces;

import io.weir.launcher.ExitCode;
import io.weir.launcher.eval.measure.ContextOption;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir eval traces}: detection and false positives on labelled agent runs. */
@Command(
        name = "traces",
        mixinStandardHelpOptions = true,
        header = "Run labelled agent traces through the engine and report detection and false positives.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir eval traces --events dev.events.jsonl.gz --labels dev.labels.jsonl.gz",
            "  weir eval traces --events E --labels L --context none --json",
            "  weir eval traces --events E --labels L --explain tr-0123456789abcd"
        })
public final class EvalTracesCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--events", required = true, paramLabel = "FILE", description = "Trace events, .jsonl or .jsonl.gz")
    private @Nullable Path events;

    @Option(names = "--labels", required = true, paramLabel = "FILE", description = "Labels, .jsonl or .jsonl.gz")
    private @Nullable Path labels;

    @Mixin
    private final ContextOption context = new ContextOption();

    @Option(
            names = "--explain",
            paramLabel = "TRACE_ID",
            description = "Explain each call of one trace instead: its links, their scores line by line, and where the "
                    + "shared pieces stand. Texts are masked.")
    private @Nullable String explain;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        try {
            if (explain != null) {
                return explain(command.commandLine(), explain);
            }
            TraceReport report = TraceEvaluation.run(
                    Objects.requireNonNull(events),
                    Objects.requireNonNull(labels),
                    context.withRequest(),
                    System::nanoTime);
            PrintWriter out = command.commandLine().getOut();
            out.println(json ? Json.text(report.json()) : report.text());
            out.flush();
            return ExitCode.OK;
        } catch (IOException e) {
            command.commandLine().getErr().println("eval traces: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private int explain(CommandLine command, String traceId) throws IOException {
        String explanation = TraceEvaluation.explain(
                Objects.requireNonNull(events), Objects.requireNonNull(labels), context.withRequest(), traceId);
        if (explanation == null) {
            command.getErr()
                    .println("eval traces: " + labels + " has no label for a trace " + traceId
                            + "; the ids stand there as trace_id");
            return ExitCode.USAGE;
        }
        command.getOut().print(explanation);
        command.getOut().flush();
        return ExitCode.OK;
    }
}
