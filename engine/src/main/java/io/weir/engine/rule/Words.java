package io.weir.engine.rule;

import io.weir.engine.validate.Ascii;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Words in and around names. */
public final class Words {

    /** How many units back a name is followed to its start, at most. */
    public static final int NAME_REACH = 24;

    private Words() {}

    static List<String> lower(List<String> words) {
        return words.stream().map(Ascii::lower).toList();
    }

    /** Any of the names, shorter ones first. */
    static String any(List<Name> names) {
        return names.stream()
                .sorted(Comparator.comparingInt(name -> name.spellings().get(0).length()))
                .map(Name::plain)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** Whether any of the words stands between two units of a text, letter case ignored. */
    public static boolean anyIn(List<String> words, CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            for (String word : words) {
                if (i + word.length() <= end && startsAt(word, text, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the name starts that a unit of a text is in, at most 24 units back. */
    public static int nameStart(CharSequence text, int from) {
        int start = from;
        while (start > 0 && from - start < NAME_REACH && isNamePart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isNamePart(char c) {
        return Ascii.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static boolean startsAt(String word, CharSequence text, int start) {
        for (int i = 0; i < word.length(); i++) {
            if (Ascii.lower(text.charAt(start + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
