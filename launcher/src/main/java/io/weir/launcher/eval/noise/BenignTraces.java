package io.weir.launcher.eval.noise;

import io.weir.launcher.eval.traces.TraceLabel;
import io.weir.launcher.trace.LineFile;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Which traces are known to be benign. */
final class BenignTraces {

    private static final String EVENTS = ".events.";
    private static final String LABELS = ".labels.";

    private BenignTraces() {}

    /** The file of labels that belongs to a file of events by its name. */
    static Path labelsBeside(Path events) {
        String name = String.valueOf(events.getFileName());
        if (!name.contains(EVENTS)) {
            throw new IllegalArgumentException(events
                    + ": no file of labels beside it; name one with --labels, since only benign runs are counted");
        }
        return events.resolveSibling(name.replace(EVENTS, LABELS));
    }

    static Set<String> read(Path labels) throws IOException {
        Set<String> benign = new HashSet<>();
        LineFile.read(labels, (line, bytes) -> {
            TraceLabel label = Json.mapper().readValue(bytes, TraceLabel.class);
            if (label.isBenign()) {
                benign.add(label.traceId());
            }
        });
        return benign;
    }
}
