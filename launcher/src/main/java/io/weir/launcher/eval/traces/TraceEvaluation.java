package io.weir.launcher.eval.traces;

import io.weir.engine.decide.InlineJudge;
import io.weir.engine.settings.EngineSettings;
import io.weir.launcher.trace.LineFile;
import io.weir.launcher.trace.TraceEvent;
import io.weir.launcher.trace.TraceFile;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Runs labelled traces through the engine and counts what was flagged. */
final class TraceEvaluation {

    // The key only has to be the same for all texts of a run.
    private static final byte[] KEY = new byte[32];

    private final InlineJudge judge = InlineJudge.create(EngineSettings.DEFAULT, KEY);
    private final Map<String, TraceLabel> labels;
    private final boolean withContext;
    private final TraceScore score = new TraceScore();
    private int calls;
    private int unlabelled;
    private @Nullable String traceId;
    private @Nullable TraceRun run;

    private TraceEvaluation(Map<String, TraceLabel> labels, boolean withContext) {
        this.labels = labels;
        this.withContext = withContext;
    }

    /**
     * Evaluates a file of events, traces one after the other.
     *
     * @param withContext whether the user's request is given as context
     * @param nanoTime a clock for the rate
     */
    static TraceReport run(Path events, Path labels, boolean withContext, LongSupplier nanoTime) throws IOException {
        TraceEvaluation evaluation = new TraceEvaluation(labels(labels), withContext);
        long start = nanoTime.getAsLong();
        TraceFile.read(events, evaluation::add);
        evaluation.endTrace();
        double seconds = (nanoTime.getAsLong() - start) / 1e9;
        return new TraceReport(
                evaluation.score, evaluation.calls, evaluation.unlabelled, Math.round(evaluation.calls / seconds));
    }

    /**
     * Explains each call of one trace.
     *
     * @return the explanation, or null if no labelled trace has this id
     */
    static @Nullable String explain(Path events, Path labels, boolean withContext, String traceId) throws IOException {
        TraceLabel label = labels(labels).get(traceId);
        if (label == null) {
            return null;
        }
        TraceExplanation explanation = new TraceExplanation(label);
        InlineJudge judge = InlineJudge.create(EngineSettings.DEFAULT, KEY);
        TraceRun run = new TraceRun(judge, withContext ? label.userPrompt() : null, explanation);
        TraceFile.read(events, event -> {
            if (event.traceId().equals(traceId)) {
                run.add(event);
            }
        });
        return explanation.text();
    }

    private static Map<String, TraceLabel> labels(Path file) throws IOException {
        Map<String, TraceLabel> byTrace = new HashMap<>();
        LineFile.read(file, (line, bytes) -> {
            TraceLabel label = Json.mapper().readValue(bytes, TraceLabel.class);
            byTrace.put(label.traceId(), label);
        });
        return byTrace;
    }

    private void add(TraceEvent event) {
        if (!event.traceId().equals(traceId)) {
            endTrace();
            traceId = event.traceId();
            TraceLabel label = labels.get(event.traceId());
            unlabelled += label == null ? 1 : 0;
            run = new TraceRun(judge, label != null && withContext ? label.userPrompt() : null, null);
        }
        calls += event.isCall() ? 1 : 0;
        if (run != null) {
            run.add(event);
        }
    }

    private void endTrace() {
        TraceLabel label = traceId == null ? null : labels.get(traceId);
        if (label != null && run != null) {
            score.add(label, run.flags());
        }
    }
}
