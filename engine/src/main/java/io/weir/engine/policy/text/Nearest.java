package io.weir.engine.policy.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;

/** Guesses which name was meant. */
final class Nearest {

    private static final int LISTED_MAX = 12;

    private Nearest() {}

    /** The end of a message: the nearest name, or all of them where there are few. */
    static String suggestion(String typed, Collection<String> known) {
        String lower = typed.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, (Math.min(typed.length(), 40) + 1) / 3);
        return known.stream()
                .filter(name -> Math.abs(name.length() - lower.length()) <= limit)
                .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= limit)
                .min(Comparator.comparingInt((String name) -> distance(lower, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> "; did you mean '" + name + "'?")
                .orElseGet(
                        () -> known.size() > LISTED_MAX ? "" : "; known: " + String.join(", ", new TreeSet<>(known)));
    }

    /** Levenshtein distance by the row-wise recurrence (Wagner and Fischer, 1974). */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
