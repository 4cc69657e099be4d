package io.weir.engine.detect;

/** Letters and digits of ASCII alone: patterns and offsets must not depend on the Unicode tables of a JDK. */
final class Ascii {

    private Ascii() {}

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isLetterOrDigit(int c) {
        return isDigit(c) || isLetter(c);
    }

    /** The text with its ASCII letters in lower case, unit for unit. */
    static String lower(CharSequence text) {
        char[] lower = new char[text.length()];
        for (int i = 0; i < lower.length; i++) {
            char c = text.charAt(i);
            lower[i] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return new String(lower);
    }
}
