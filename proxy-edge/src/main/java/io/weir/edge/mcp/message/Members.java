package io.weir.edge.mcp.message;

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

    /** The array, or an empty one if the value is none. */
    public static List<?> list(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }

    /** The text, or null if the value is none. */
    public static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
