package io.weir.engine.validate;

/** ASCII digits of a text. */
public final class Digits {

    private Digits() {}

    /** The digits alone, in order. */
    public static String of(CharSequence text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Ascii.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    /** How many different characters there are. */
    public static int distinct(CharSequence text) {
        return (int) text.chars().distinct().count();
    }
}
