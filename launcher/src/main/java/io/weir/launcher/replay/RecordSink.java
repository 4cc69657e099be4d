package io.weir.launcher.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.trace.LineFile;
import io.weir.launcher.trace.TraceEvent;
import io.weir.platform.json.Json;
import io.weir.schemas.event.SessionEvent;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Takes records as bytes and tells events of topics from events of trace files by the member {@code type}. What is
 * neither is reported and passed over. For one thread.
 */
final class RecordSink {

    private final Replay replay;
    private final TraceReplay traces;
    private final ReplayReport report;

    RecordSink(Replay replay, TraceReplay traces, ReplayReport report) {
        this.replay = replay;
        this.traces = traces;
        this.report = report;
    }

    /**
     * Takes each line of a file.
     *
     * @throws io.weir.launcher.trace.TraceUnreadable if the file cannot be read
     */
    void acceptLines(Path file) throws IOException {
        LineFile.read(file, (line, bytes) -> accept("line " + line, bytes));
    }

    /** Takes a record. */
    void accept(String place, byte @Nullable [] bytes) {
        try {
            apply(place, bytes == null ? null : Json.mapper().readTree(bytes));
        } catch (JsonProcessingException e) {
            report.unreadable(place, "no event: " + e.getClass().getSimpleName());
        } catch (IOException e) {
            report.unreadable(place, "no text");
        } catch (RuntimeException e) {
            // A record that decodes may still lack what judgement needs; what follows it must be judged all the same.
            report.unreadable(place, "cannot be judged: " + e.getClass().getSimpleName());
        }
    }

    private void apply(String place, @Nullable JsonNode record) throws JsonProcessingException {
        if (record == null || !record.isObject()) {
            report.unreadable(place, "no event: not a JSON object");
        } else if (record.has("type")) {
            replay.accept(place, Json.mapper().treeToValue(record, SessionEvent.class));
        } else {
            traces.accept(place, Json.mapper().treeToValue(record, TraceEvent.class));
        }
    }
}
