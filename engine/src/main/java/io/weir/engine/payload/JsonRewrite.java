package io.weir.engine.payload;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the changes of a tree into the JSON text that it was read from. Everything else keeps its spelling: blanks,
 * escapes, the way numbers are written.
 */
final class JsonRewrite {

    private JsonRewrite() {}

    /**
     * The text with the changes.
     *
     * @param text what {@code before} was read from
     * @param before the tree
     * @param after the same tree with other names, texts and numbers
     */
    static String of(String text, Object before, Object after) {
        List<@Nullable Object> old = scalars(before);
        List<@Nullable Object> edited = scalars(after);
        StringBuilder written = new StringBuilder(text.length());
        int copied = 0;
        int index = 0;
        try (JsonParser parser = EmbeddedJson.parser(text)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                if (token == JsonToken.FIELD_NAME || token.isScalarValue()) {
                    Object now = edited.get(index);
                    if (now != null && !now.equals(old.get(index))) {
                        int start = (int) parser.currentTokenLocation().getCharOffset();
                        written.append(text, copied, start).append(EmbeddedJson.write(now));
                        copied = end(text, start, parser);
                    }
                    index++;
                }
                token = parser.nextToken();
            }
        } catch (IOException e) {
            return EmbeddedJson.write(after);
        }
        return written.append(text, copied, text.length()).toString();
    }

    private static int end(String text, int start, JsonParser parser) throws IOException {
        if (text.charAt(start) != '"') {
            return start + parser.getTextLength();
        }
        int i = start + 1;
        while (text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    /** Names and scalar values in the order of the text. */
    private static List<@Nullable Object> scalars(Object tree) {
        List<@Nullable Object> scalars = new ArrayList<>();
        collect(tree, scalars);
        return scalars;
    }

    private static void collect(@Nullable Object value, List<@Nullable Object> scalars) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                scalars.add(name);
                collect(member, scalars);
            });
        } else if (value instanceof Collection<?> list) {
            list.forEach(element -> collect(element, scalars));
        } else {
            scalars.add(value);
        }
    }
}
