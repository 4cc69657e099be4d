package io.weir.edge.hook;

import io.weir.edge.response.TextParts;
import io.weir.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool answered, in parts that the scan API takes: whole if it is short, and as texts that overlap if not.
 *
 * @param parts the parts in their order
 * @param isComplete whether they hold all of it
 */
record OutputParts(List<Object> parts, boolean isComplete) {

    private static final int PART_BYTES = 200 << 10;
    private static final int TOTAL_UNITS = 4 << 20;

    static OutputParts of(@Nullable Object output) {
        Object value = output == null ? "" : output;
        byte[] json = Json.bytes(value);
        return json.length <= PART_BYTES
                ? new OutputParts(List.of(value), true)
                : texts(value instanceof String plain ? plain : new String(json, StandardCharsets.UTF_8));
    }

    private static OutputParts texts(String text) {
        TextParts parts = new TextParts(text, PART_BYTES);
        List<Object> texts = new ArrayList<>();
        for (int units = 0; parts.hasNext() && units < TOTAL_UNITS; ) {
            String part = parts.next();
            units += part.length();
            texts.add(part);
        }
        boolean isComplete = !parts.hasNext();
        if (!isComplete) {
            texts.add("(" + parts.remainingUnits() + " more characters were not looked at)");
        }
        return new OutputParts(texts, isComplete);
    }
}
