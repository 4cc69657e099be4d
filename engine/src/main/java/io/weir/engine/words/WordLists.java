package io.weir.engine.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Reads a resource in UTF-8 of the form {@code CONSTANT=word,word} as a table from a word to what it stands for. What
 * follows a point in the name of a line, such as the language, is for the reader: {@code CONSTANT.de=wort}.
 */
public final class WordLists {

    private WordLists() {}

    /**
     * Reads a table in which a word may stand for several constants.
     *
     * @param owner the class that the resource lies beside
     */
    public static <E extends Enum<E>> Map<String, Set<E>> read(Class<?> owner, String resource, Class<E> type) {
        Properties lines = lines(owner, resource);
        Map<String, Set<E>> table = new HashMap<>();
        for (String name : lines.stringPropertyNames()) {
            E constant = Enum.valueOf(type, name.replaceFirst("\\..*", ""));
            for (String word : lines.getProperty(name).split(",")) {
                if (!word.isEmpty()) {
                    table.computeIfAbsent(word, none -> EnumSet.noneOf(type)).add(constant);
                }
            }
        }
        return table;
    }

    /**
     * Reads a table in which each word stands for one constant.
     *
     * @param owner the class that the resource lies beside
     * @throws IllegalStateException if a word stands in two lists
     */
    public static <E extends Enum<E>> Map<String, E> readDistinct(Class<?> owner, String resource, Class<E> type) {
        Map<String, E> table = new HashMap<>();
        read(owner, resource, type).forEach((word, constants) -> {
            if (constants.size() > 1) {
                throw new IllegalStateException(resource + ": " + word + " stands for " + constants);
            }
            table.put(word, constants.iterator().next());
        });
        return table;
    }

    private static Properties lines(Class<?> owner, String resource) {
        Properties lines = new Properties();
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing from the engine's jar");
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
