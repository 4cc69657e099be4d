package io.weir.engine.validate;

/** ASCII digits of a text. */
public final class Digits {

    private Digits() {}

    /** The digits alone, in order. */
    public static String of(CharSequence text) {
        char[] digits = new char[text.length()];
        int count = 0;
        for (int i = 0; i < digits.length; i++) {
            if (Ascii.isDigit(text.charAt(i))) {
                digits[count++] = text.charAt(i);
            }
        }
        return new String(digits, 0, count);
    }

    /** How many different characters there are. */
    public static int distinct(CharSequence text) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return (int) text.chars().distinct().count();
            }
            low |= c < 64 ? 1L << c : 0;
            high |= c < 64 ? 0 : 1L << c;
        }
        return Long.bitCount(low) + Long.bitCount(high);
    }
}
