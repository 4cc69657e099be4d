package io.weir.launcher.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads files of recorded runs: JSON lines, plain or gzip, one {@link TraceEvent} each, in the order of the file. */
public final class TraceFile {

    private TraceFile() {}

    /**
     * Hands over each event. The file is read as it goes, so its size does not matter.
     *
     * @throws TraceUnreadable if the file cannot be read, or a line is no event; events before it were handed over
     */
    public static void read(Path file, Consumer<TraceEvent> reader) throws IOException {
        LineFile.read(file, (line, bytes) -> reader.accept(event(file, line, bytes)));
    }

    /**
     * The event in a line.
     *
     * @throws TraceUnreadable if there is none
     */
    public static TraceEvent event(Path file, long line, byte[] bytes) throws TraceUnreadable {
        TraceEvent event = parse(file, line, bytes);
        if (event == null || !isComplete(event)) {
            throw new TraceUnreadable(file, line, "a member that each event needs is null");
        }
        return event;
    }

    private static TraceEvent parse(Path file, long line, byte[] bytes) throws TraceUnreadable {
        try {
            return Json.mapper().readValue(bytes, TraceEvent.class);
        } catch (JsonProcessingException e) {
            throw new TraceUnreadable(file, line, "no trace event at column " + column(e));
        } catch (IOException e) {
            throw new TraceUnreadable(file, line, "not UTF-8");
        }
    }

    private static int column(JsonProcessingException fault) {
        return fault.getLocation() == null ? 1 : Math.max(1, fault.getLocation().getColumnNr());
    }

    private static boolean isComplete(TraceEvent event) {
        return Stream.of(event.traceId(), event.tenant(), event.sessionId(), event.agentId(), event.callId())
                .allMatch(Objects::nonNull);
    }
}
