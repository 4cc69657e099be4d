package io.weir.engine.tone;

import io.weir.engine.words.WordLists;
import java.util.Map;
import java.util.Set;

/** The roles of ordinary words. */
final class Grammar {

    private static final Map<String, Set<WordRole>> ROLES =
            WordLists.read(Grammar.class, "grammar.properties", WordRole.class);

    private static final Map<String, Set<WordRole>> ROLES_IN_ORDERS =
            WordLists.read(Grammar.class, "grammar-in-orders.properties", WordRole.class);

    private Grammar() {}

    /** Whether a word in lower case has any role in a language whose requests are read. */
    static boolean knows(String word) {
        return ROLES.containsKey(word);
    }

    /** Whether a word in lower case has a role. */
    static boolean is(String word, WordRole role) {
        return ROLES.getOrDefault(word, Set.of()).contains(role) || isInOrders(word, role);
    }

    /** Whether a word in lower case has a role in a language of which only orders are read. */
    static boolean isInOrders(String word, WordRole role) {
        return ROLES_IN_ORDERS.getOrDefault(word, Set.of()).contains(role);
    }
}
