package io.weir.correlator.ocsf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps an event small enough for every sink (256 KiB is the bound that we promise) and readable for every parser:
 * cuts long texts and long lists, and replaces surrogates that stand alone. An event that was cut says so in {@code
 * metadata.is_truncated}.
 */
final class EventBounds {

    static final int TEXT_LENGTH_MAX = 512;
    static final int LIST_LENGTH_MAX = 32;

    private boolean cut;

    private EventBounds() {}

    /** The event within the bounds. */
    static Map<String, Object> apply(Map<String, Object> event) {
        if (fits(event)) {
            return event;
        }
        EventBounds bounds = new EventBounds();
        Map<String, Object> bounded = bounds.object(event);
        if (bounds.cut && bounded.get("metadata") instanceof Map<?, ?> metadata) {
            bounded.put("metadata", withMark(metadata));
        }
        return bounded;
    }

    /** Nearly all do, so most events need no copy. */
    private static boolean fits(Object value) {
        if (value instanceof String text) {
            return text.length() <= TEXT_LENGTH_MAX && !holdsSurrogates(text);
        }
        if (value instanceof List<?> list) {
            return list.size() <= LIST_LENGTH_MAX && allFit(list);
        }
        return !(value instanceof Map<?, ?> map) || allFit(map.values());
    }

    private static boolean allFit(Collection<?> values) {
        for (Object value : values) {
            if (!fits(value)) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> withMark(Map<?, ?> metadata) {
        Map<String, Object> marked = new LinkedHashMap<>();
        metadata.forEach((name, value) -> marked.put(String.valueOf(name), value));
        marked.put("is_truncated", true);
        return marked;
    }

    private Map<String, Object> object(Map<?, ?> object) {
        Map<String, Object> bounded = new LinkedHashMap<>();
        object.forEach((name, value) -> bounded.put(String.valueOf(name), value(value)));
        return bounded;
    }

    private Object value(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        return value instanceof Map<?, ?> map ? object(map) : value;
    }

    private List<Object> list(List<?> list) {
        cut |= list.size() > LIST_LENGTH_MAX;
        List<Object> bounded = new ArrayList<>();
        list.subList(0, Math.min(LIST_LENGTH_MAX, list.size())).forEach(element -> bounded.add(value(element)));
        return bounded;
    }

    private String text(String text) {
        return fits(text) ? text : cutText(text);
    }

    private static boolean holdsSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private String cutText(String text) {
        cut |= text.length() > TEXT_LENGTH_MAX;
        StringBuilder bounded = new StringBuilder();
        text.codePoints()
                .limit(TEXT_LENGTH_MAX)
                .map(point -> Character.getType(point) == Character.SURROGATE ? '\ufffd' : point)
                .takeWhile(point -> bounded.length() + Character.charCount(point) <= TEXT_LENGTH_MAX)
                .forEach(bounded::appendCodePoint);
        return bounded.toString();
    }
}
