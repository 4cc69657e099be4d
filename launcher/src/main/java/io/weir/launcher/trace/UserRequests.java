package io.weir.launcher.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the user asked for in each run, from a file beside the events: JSON lines with trace_id and user_prompt. */
public final class UserRequests {

    /** No run has one. */
    public static final UserRequests NONE = new UserRequests(Map.of());

    private final Map<String, String> byTraceId;

    private UserRequests(Map<String, String> byTraceId) {
        this.byTraceId = byTraceId;
    }

    /**
     * The requests of a file, or none where there is no file.
     *
     * @throws TraceUnreadable if the file cannot be read, or a line lacks one of the two members
     */
    public static UserRequests read(@Nullable Path file) throws IOException {
        if (file == null) {
            return NONE;
        }
        Map<String, String> byTraceId = new HashMap<>();
        LineFile.read(file, (line, bytes) -> {
            JsonNode run = parse(file, line, bytes);
            byTraceId.put(run.path("trace_id").asText(), run.path("user_prompt").asText());
        });
        return new UserRequests(byTraceId);
    }

    /** The request of the run that an event belongs to, or null. */
    public @Nullable String of(TraceEvent event) {
        return byTraceId.get(event.traceId());
    }

    private static JsonNode parse(Path file, long line, byte[] bytes) throws IOException {
        JsonNode run = tree(file, line, bytes);
        if (!run.path("trace_id").isTextual() || !run.path("user_prompt").isTextual()) {
            throw new TraceUnreadable(file, line, "needs the texts trace_id and user_prompt");
        }
        return run;
    }

    private static JsonNode tree(Path file, long line, byte[] bytes) throws TraceUnreadable {
        try {
            return Json.mapper().readTree(bytes);
        } catch (IOException e) {
            throw new TraceUnreadable(file, line, "no JSON");
        }
    }
}
