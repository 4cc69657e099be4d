package io.weir.engine.validate;

/** Letters and digits of ASCII alone: patterns and offsets must not depend on the Unicode tables of a JDK. */
public final class Ascii {

    private Ascii() {}

    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    public static boolean isLetterOrDigit(int c) {
        return isDigit(c) || isLetter(c);
    }

    /** Whether a unit is a blank, a tabulator or an end of a line. */
    public static boolean isBlank(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** The text with its ASCII letters in lower case, unit for unit. */
    public static String lower(CharSequence text) {
        char[] lower = new char[text.length()];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = lower(text.charAt(i));
        }
        return new String(lower);
    }

    /** A unit, in lower case if it is an ASCII letter. */
    public static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
