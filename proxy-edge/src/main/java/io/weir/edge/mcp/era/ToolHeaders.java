package io.weir.edge.mcp.era;

import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which arguments of a server's tools its clients must repeat in headers ({@code x-mcp-header}, SEP-2243), as far as
 * the server has listed them in a session. Bounded; safe to share between threads.
 */
public final class ToolHeaders {

    private static final int TOOLS_MAX = 1_000;
    private static final int DEPTH_MAX = 16;
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}");

    private final Map<String, List<Place>> byTool = new ConcurrentHashMap<>();

    /** Where an argument stands, and the header that repeats it. */
    private record Place(List<String> path, String header) {}

    /** Learns from a page of a list of tools. */
    public void note(Message listed) {
        for (Object tool : Members.list(listed.result().get("tools"))) {
            String name = Members.text(Members.map(tool).get("name"));
            List<Place> places = new ArrayList<>();
            find(Members.map(Members.map(tool).get("inputSchema")), List.of(), places);
            if (name != null && !places.isEmpty() && (byTool.size() < TOOLS_MAX || byTool.containsKey(name))) {
                byTool.put(name, List.copyOf(places));
            } else if (name != null) {
                byTool.remove(name);
            }
        }
    }

    private static void find(Map<String, ?> schema, List<String> path, List<Place> places) {
        if (path.size() >= DEPTH_MAX) {
            return;
        }
        Members.map(schema.get("properties")).forEach((name, value) -> {
            List<String> below = new ArrayList<>(path);
            below.add(name);
            Map<String, ?> property = Members.map(value);
            String header = Members.text(property.get("x-mcp-header"));
            if (header != null && TOKEN.matcher(header).matches()) {
                places.add(new Place(List.copyOf(below), "Mcp-Param-" + header));
            }
            find(property, below, places);
        });
    }

    /** The headers of a call, by name; their values as they stand in the call. */
    public Map<String, String> of(Message call) {
        Map<String, String> headers = new LinkedHashMap<>();
        String tool = Objects.requireNonNullElse(Members.text(call.params().get("name")), "");
        for (Place place : byTool.getOrDefault(tool, List.of())) {
            Object value = at(call.params().get("arguments"), place.path());
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                headers.put(place.header(), value.toString());
            }
        }
        return headers;
    }

    private static @Nullable Object at(@Nullable Object value, List<String> path) {
        @Nullable Object found = value;
        for (String name : path) {
            found = Members.map(found).get(name);
        }
        return found;
    }
}
