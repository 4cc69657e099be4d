package io.weir.engine.destination;

import io.weir.schemas.word.Verb;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that a tool's name is put together from, in lower case. Safe to share between threads. */
public final class ToolWords {

    private static final Pattern BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
    private static final int NOUN_UNITS_MIN = 3;
    private static final VerbTable VERBS = new VerbTable();

    private ToolWords() {}

    /** All words, each once, in order. */
    public static Set<String> of(String name) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : BOUNDARY.split(name)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** The words that say what the tool works on, not what it does: {@code note} of {@code save_note}. */
    public static Set<String> things(String name) {
        Set<String> things = of(name);
        things.removeIf(word -> word.length() < NOUN_UNITS_MIN || VERBS.knows(word));
        return things;
    }

    /** Whether the words say that the tool writes; what they leave open does not count. */
    public static boolean sayWrite(String name) {
        return of(name).stream()
                .filter(VERBS::knows)
                .findFirst()
                .map(word -> VERBS.ofTool(word) != Verb.READ)
                .orElse(false);
    }
}
