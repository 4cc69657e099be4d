package io.weir.testkit.technique.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The lists of words. */
final class Words {

    private static final Properties LISTS = read();

    static final List<String> ADJECTIVES = list("adjectives");
    static final List<String> NOUNS = list("nouns");
    static final List<String> VERBS = list("verbs");
    static final List<String> LINKS = list("links");
    static final List<String> GIVEN = list("given");
    static final List<String> FAMILY = list("family");
    static final List<String> CITIES = list("cities");
    static final List<String> FIRMS = list("firms");

    private Words() {}

    private static List<String> list(String name) {
        return List.of(Objects.requireNonNull(LISTS.getProperty(name), name).split(","));
    }

    private static Properties read() {
        Properties lists = new Properties();
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream("words.properties"))) {
            lists.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }
}
