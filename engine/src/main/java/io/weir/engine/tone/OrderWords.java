package io.weir.engine.tone;

import io.weir.engine.words.WordLists;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the verbs by which a sentence asks to deliver something. Many of them are nouns as well ("the latest email"),
 * so a word counts only where no article, possessive or helping verb stands before it.
 */
final class OrderWords {

    /** Code points of a word. */
    private static final int WORD_LENGTH_MAX = 31;

    private static final Map<String, Set<Delivery>> BY_WORD =
            WordLists.read(OrderWords.class, "orders.properties", Delivery.class);

    /** Those of languages of which only orders are read as well. */
    private static final Map<String, Set<Delivery>> IN_ORDERS_BY_WORD = inOrders();

    /** Those that only a user's request asks with as well. */
    private static final Map<String, Set<Delivery>> IN_REQUESTS_BY_WORD = inRequests();

    private static final WordBeginnings IN_ORDERS = new WordBeginnings(IN_ORDERS_BY_WORD.keySet());
    private static final WordBeginnings IN_REQUESTS = new WordBeginnings(IN_REQUESTS_BY_WORD.keySet());

    private static final int LENGTH_MAX =
            IN_REQUESTS_BY_WORD.keySet().stream().mapToInt(String::length).max().orElse(0);

    /** Forms that are no order after any word; people write them for one at the beginning. */
    private static final Set<String> PAST = Set.of("sent");

    private OrderWords() {}

    /** Whether a word in lower case may ask to deliver something, in a language whose requests are read. */
    static boolean knows(String word) {
        return BY_WORD.containsKey(word);
    }

    /** Visits the verbs by which a text asks its reader to deliver something, in order. */
    static void forEach(String text, Visitor visitor) {
        forEach(text, IN_ORDERS, IN_ORDERS_BY_WORD, visitor);
    }

    /** Visits the verbs by which a user's request does, in order. */
    static void forEachInRequest(String request, Visitor visitor) {
        forEach(request, IN_REQUESTS, IN_REQUESTS_BY_WORD, visitor);
    }

    private static void forEach(
            String text, WordBeginnings beginnings, Map<String, Set<Delivery>> byWord, Visitor visitor) {
        int beforeStart = 0;
        int beforeEnd = 0;
        for (int start = wordStart(text, 0); start < text.length(); start = wordStart(text, beforeEnd)) {
            int end = wordEnd(text, start);
            // The text is long and its verbs are few, so the word before is looked at for them only.
            boolean candidate = end - start <= LENGTH_MAX && beginnings.mayBe(text, start, end);
            Set<Delivery> deliveries = candidate ? byWord.get(lower(text, start, end)) : null;
            if (deliveries != null) {
                String before = isBlank(text, beforeEnd, start) ? lower(text, beforeStart, beforeEnd) : "";
                if (orders(lower(text, start, end), before) && !isLabel(text, end)) {
                    visitor.visit(end, deliveries);
                }
            }
            beforeStart = start;
            beforeEnd = end;
        }
    }

    private static int wordStart(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetter(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static int wordEnd(String text, int start) {
        int at = start;
        for (int length = 0; length < WORD_LENGTH_MAX && at < text.length(); length++) {
            int unit = text.codePointAt(at);
            if (!Character.isLetter(unit) && unit != '-') {
                return at;
            }
            at += Character.charCount(unit);
        }
        return at;
    }

    private static Map<String, Set<Delivery>> inOrders() {
        Map<String, Set<Delivery>> table =
                new HashMap<>(WordLists.read(OrderWords.class, "orders-only.properties", Delivery.class));
        table.putAll(BY_WORD);
        return table;
    }

    private static Map<String, Set<Delivery>> inRequests() {
        Map<String, Set<Delivery>> table = new HashMap<>(IN_ORDERS_BY_WORD);
        WordLists.read(OrderWords.class, "orders-in-requests.properties", Delivery.class)
                .forEach((word, deliveries) -> table.merge(word, deliveries, OrderWords::union));
        return table;
    }

    private static Set<Delivery> union(Set<Delivery> some, Set<Delivery> others) {
        Set<Delivery> all = EnumSet.copyOf(some);
        all.addAll(others);
        return all;
    }

    private static String lower(String text, int start, int end) {
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isBlank(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean orders(String word, String before) {
        // Statements of one language are ands and ins of another, such as the Polish "i".
        boolean ofOrdersOnly = IN_ORDERS_BY_WORD.containsKey(word) && !knows(word);
        boolean stated =
                ofOrdersOnly ? Grammar.isInOrders(before, WordRole.STATEMENT) : Grammar.is(before, WordRole.STATEMENT);
        return !stated && (before.isEmpty() || !PAST.contains(word));
    }

    /** Whether a word names a field: a colon follows, perhaps after a closing quote. */
    private static boolean isLabel(String text, int end) {
        int at = end;
        while (at < text.length() && "\"'".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() && text.charAt(at) == ':';
    }

    /** Sees one verb. */
    interface Visitor {

        /**
         * A verb.
         *
         * @param end where it ends in the text
         * @param deliveries what it may ask for
         */
        void visit(int end, Set<Delivery> deliveries);
    }
}
