package io.weir.correlator.ocsf;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds one OCSF object in a fixed order of attributes. What is absent or empty is left out, as OCSF wants it. */
final class Attributes {

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Adds an attribute, unless its value is null, an empty text, an empty list or an empty object. */
    Attributes with(String name, @Nullable Object value) {
        if (value != null && !isEmpty(value)) {
            members.put(name, value);
        }
        return this;
    }

    /** Adds an attribute that OCSF requires: where our record has an empty text, it says so. */
    Attributes required(String name, String text) {
        return with(name, text.isEmpty() ? "unknown" : text);
    }

    /** Adds a number of an OCSF enumeration and, as its sibling, the caption of the number. */
    Attributes withEnum(String name, int id, String caption) {
        return with(name + "_id", id).with(name, caption);
    }

    Map<String, Object> toMap() {
        return members;
    }

    private static boolean isEmpty(Object value) {
        if (value instanceof String text) {
            return text.isEmpty();
        }
        if (value instanceof Collection<?> list) {
            return list.isEmpty();
        }
        return value instanceof Map<?, ?> map && map.isEmpty();
    }
}
