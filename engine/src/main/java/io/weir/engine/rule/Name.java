package io.weir.engine.rule;

import io.weir.engine.validate.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A name that tells what its value is, as rule files write it. A blank stands for any joint: nothing, a blank, a low
 * line, a hyphen or a dot. A {@code ^} before it demands the start of a word, a {@code $} behind it the end of one.
 *
 * @param spellings the name with each joint, in lower case
 * @param atStart whether no letter stands before it, but for a step to a capital
 * @param atEnd whether neither letter nor digit stands behind it
 */
public record Name(List<String> spellings, boolean atStart, boolean atEnd) {

    private static final List<String> JOINTS = List.of("", " ", "_", "-", ".");
    private static final int BLANKS_MAX = 3;

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if it is empty or has more than three blanks
     */
    static Name of(String written) {
        boolean atStart = written.startsWith("^");
        boolean atEnd = written.endsWith("$");
        String name = Ascii.lower(written.substring(atStart ? 1 : 0, written.length() - (atEnd ? 1 : 0)));
        if (name.isBlank() || name.chars().filter(c -> c == ' ').count() > BLANKS_MAX) {
            throw new IllegalArgumentException(
                    "the name '" + written + "' is empty or has more than " + BLANKS_MAX + " blanks");
        }
        return new Name(spell(name), atStart, atEnd);
    }

    /** The spellings of a name, with each joint for each blank. */
    public static List<String> spell(String name) {
        List<String> spellings = List.of("");
        for (String part : name.split("(?= )|(?<= )")) {
            List<String> next = new ArrayList<>();
            for (String start : spellings) {
                (part.equals(" ") ? JOINTS : List.of(part)).forEach(end -> next.add(start + end));
            }
            spellings = next;
        }
        return List.copyOf(spellings);
    }

    /** Whether the name may stand at these units of a text that spell it. */
    public boolean fits(CharSequence text, int start, int end) {
        return (!atStart || isWordStart(text, start)) && (!atEnd || isWordEnd(text, end));
    }

    private static boolean isWordStart(CharSequence text, int start) {
        if (start == 0 || !Ascii.isLetter(text.charAt(start - 1))) {
            return true;
        }
        return isCapital(text.charAt(start)) && !isCapital(text.charAt(start - 1));
    }

    private static boolean isWordEnd(CharSequence text, int end) {
        return end == text.length() || !Ascii.isLetterOrDigit(text.charAt(end));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** The name as a plain expression. */
    String plain() {
        StringBuilder plain = new StringBuilder();
        plain.append(atStart ? "(?:(?<![A-Za-z])|(?<![A-Z])(?=[A-Z]))" : "").append("(?i:");
        plain.append(String.join("|", spellings.stream().map(Pattern::quote).toList()));
        return plain.append(")").append(atEnd ? "(?![A-Za-z0-9])" : "").toString();
    }
}
