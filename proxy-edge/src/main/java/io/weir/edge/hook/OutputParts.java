package io.weir.edge.hook;

import io.weir.edge.response.TextParts;
import io.weir.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tool answered, in parts that the scan API takes: whole if it is short, and as texts that overlap if not. */
final class OutputParts {

    private static final int PART_BYTES = 200 << 10;
    private static final int TOTAL_UNITS = 4 << 20;

    private OutputParts() {}

    static List<Object> of(@Nullable Object output) {
        Object value = output == null ? "" : output;
        byte[] json = Json.bytes(value);
        return json.length <= PART_BYTES
                ? List.of(value)
                : texts(value instanceof String plain ? plain : new String(json, StandardCharsets.UTF_8));
    }

    private static List<Object> texts(String text) {
        TextParts parts = new TextParts(text, PART_BYTES);
        List<Object> texts = new ArrayList<>();
        for (int units = 0; parts.hasNext() && units < TOTAL_UNITS; ) {
            String part = parts.next();
            units += part.length();
            texts.add(part);
        }
        if (parts.hasNext()) {
            texts.add("(" + parts.remainingUnits() + " more characters were not looked at)");
        }
        return texts;
    }
}
