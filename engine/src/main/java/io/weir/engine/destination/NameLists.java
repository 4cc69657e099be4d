package io.weir.engine.destination;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Reads a resource of the form {@code CONSTANT=word,word} as a table from word to constant. */
final class NameLists {

    private NameLists() {}

    static <E extends Enum<E>> Map<String, E> read(String resource, Class<E> type) {
        Properties lines = new Properties();
        try (InputStream in = NameLists.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing from the engine's jar");
            }
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, E> table = new HashMap<>();
        for (E constant : type.getEnumConstants()) {
            String words = lines.getProperty(constant.name(), "");
            Arrays.stream(words.split(",")).filter(word -> !word.isEmpty()).forEach(word -> table.put(word, constant));
        }
        return table;
    }
}
