package io.weir.engine.tone;

import io.weir.engine.words.WordLists;
import java.util.Map;
import java.util.Set;

/** The roles of ordinary words. */
final class Grammar {

    private static final Map<String, Set<WordRole>> ROLES =
            WordLists.read(Grammar.class, "grammar.properties", WordRole.class);

    private Grammar() {}

    /** Whether a word in lower case has any role. */
    static boolean knows(String word) {
        return ROLES.containsKey(word);
    }

    /** Whether a word in lower case has a role. */
    static boolean is(String word, WordRole role) {
        return ROLES.getOrDefault(word, Set.of()).contains(role);
    }
}
