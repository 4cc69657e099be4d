package io.weir.edge.mcp.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of JSON objects that may be missing or of another type than expected. */
public final class Members {

    private Members() {}

    /** The object, or an empty one if the value is none. */
    @SuppressWarnings("unchecked") // our reader makes maps of this type only
    public static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, @Nullable Object>) value : Map.of();
    }

    /** An object with more members in it, or in an object inside it, which is made where there is none. */
    static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> object, List<String> path, Map<String, ?> more) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(object);
        if (path.isEmpty()) {
            changed.putAll(more);
        } else {
            String name = path.get(0);
            changed.put(name, with(map(object.get(name)), path.subList(1, path.size()), more));
        }
        return changed;
    }

    /** The array, or an empty one if the value is none. */
    public static List<?> list(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }

    /** The text, or null if the value is none. */
    public static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
