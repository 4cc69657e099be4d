package io.weir.engine.payload;

import org.jspecify.annotations.Nullable;

/**
 * The second look at a text with the escapes of program text and markup in it: hexadecimal and Unicode escapes after a
 * backslash (as in JSON, RFC 8259, section 7), and numeric character references (as in XML 1.0, section 4.1). Only
 * those can hide a letter or a digit, so only those are undone.
 */
final class EscapeView {

    private static final int REFERENCE_DIGITS_MAX = 7;

    private EscapeView() {}

    /** The text with its escapes undone, or null where it has none. */
    static @Nullable MappedText of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (end(text, i) > i) {
                return rewrite(text);
            }
        }
        return null;
    }

    private static MappedText rewrite(String text) {
        MappedText.Builder plain = new MappedText.Builder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = end(text, i);
            if (end > i) {
                plain.addCodePoint(codePoint(text, i, end), i, end);
                i = end;
            } else {
                plain.add(text.charAt(i), i, ++i);
            }
        }
        return plain.build();
    }

    /** One past the escape that begins there, or the same place where none does. */
    private static int end(String text, int at) {
        char c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length()) {
            char kind = text.charAt(at + 1);
            int digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
            return digits > 0 && digits(text, at + 2, digits, 16) == digits ? at + 2 + digits : at;
        }
        return c == '&' && text.startsWith("#", at + 1) ? referenceEnd(text, at) : at;
    }

    private static int referenceEnd(String text, int at) {
        boolean hex = text.startsWith("x", at + 2) || text.startsWith("X", at + 2);
        int first = at + (hex ? 3 : 2);
        int digits = digits(text, first, REFERENCE_DIGITS_MAX, hex ? 16 : 10);
        if (digits == 0 || !text.startsWith(";", first + digits)) {
            return at;
        }
        int value = Integer.parseInt(text, first, first + digits, hex ? 16 : 10);
        return Character.isValidCodePoint(value) ? first + digits + 1 : at;
    }

    private static int codePoint(String text, int start, int end) {
        if (text.charAt(start) == '\\') {
            return Integer.parseInt(text, start + 2, end, 16);
        }
        boolean hex = Character.toLowerCase(text.charAt(start + 2)) == 'x';
        return Integer.parseInt(text, start + (hex ? 3 : 2), end - 1, hex ? 16 : 10);
    }

    private static int digits(String text, int from, int max, int radix) {
        int digits = 0;
        while (digits < max && from + digits < text.length() && isDigit(text.charAt(from + digits), radix)) {
            digits++;
        }
        return digits;
    }

    private static boolean isDigit(char c, int radix) {
        return c < 128 && Character.digit(c, radix) >= 0;
    }
}
