package io.weir.launcher.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.trace.LineFile;
import io.weir.launcher.trace.TraceUnreadable;
import io.weir.platform.json.Json;
import io.weir.schemas.event.DecisionRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decisions of an earlier replay, from the output that {@code --json} wrote then. */
final class EarlierReplay {

    private EarlierReplay() {}

    /**
     * The decisions by trace id; none where there is no file.
     *
     * @throws TraceUnreadable if the file cannot be read
     * @throws IllegalArgumentException if it is no output of a replay
     */
    static Map<String, DecisionRecord> read(@Nullable Path file) throws IOException {
        if (file == null) {
            return Map.of();
        }
        Map<String, DecisionRecord> decisions = new HashMap<>();
        LineFile.read(file, (line, bytes) -> add(decisions, file + ", line " + line, bytes));
        if (decisions.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no decision. Fix: give the output of 'replay --json'");
        }
        return decisions;
    }

    private static void add(Map<String, DecisionRecord> decisions, String place, byte[] bytes) throws IOException {
        try {
            JsonNode line = Json.mapper().readTree(bytes);
            if (line.path("type").asText().equals("decision")) {
                DecisionRecord outcome = Json.mapper().treeToValue(line.path("outcome"), DecisionRecord.class);
                decisions.put(line.path("trace_id").asText(), outcome);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(place + ": no output of 'replay --json'", e);
        }
    }
}
