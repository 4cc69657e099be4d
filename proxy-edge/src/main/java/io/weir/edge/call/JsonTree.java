package io.weir.edge.call;

import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON that can be posted to the scan API as a value inside a request. */
public final class JsonTree {

    /** The request around the value takes levels of its own. */
    private static final int DEPTH_MAX = StrictJson.DEPTH_MAX - 8;

    private final StrictJson json;

    /** A reader for documents of at most {@code lengthMax} bytes. */
    public JsonTree(int lengthMax) {
        this.json = new StrictJson(lengthMax);
    }

    /** The value, or empty if the text is not JSON, is ambiguous, too deep, or the literal null. */
    public Optional<Object> read(byte[] document) {
        try {
            return usable(json.read(document));
        } catch (JsonRejected e) {
            return Optional.empty();
        }
    }

    /** As {@link #read(byte[])}. */
    public Optional<Object> read(String document) {
        try {
            return usable(json.read(document));
        } catch (JsonRejected e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> usable(@Nullable Object value) {
        return Optional.ofNullable(value).filter(tree -> depth(tree) <= DEPTH_MAX);
    }

    private static int depth(@Nullable Object value) {
        Collection<?> children;
        if (value instanceof Map<?, ?> members) {
            children = members.values();
        } else if (value instanceof Collection<?> items) {
            children = items;
        } else {
            return 0;
        }
        return 1 + children.stream().mapToInt(JsonTree::depth).max().orElse(0);
    }
}
