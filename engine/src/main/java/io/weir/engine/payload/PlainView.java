package io.weir.engine.payload;

import org.jspecify.annotations.Nullable;

/**
 * The second look at a text that writes its letters and digits in an unusual way: without invisible characters (Unicode
 * general category Cf, variation selectors), full-width forms and digits of other scripts as ASCII, dashes and blanks
 * of all kinds between digits as the plain ones.
 *
 * <p>Typography alone (a dash in a sentence, an emoji with a variation selector) is no reason for a second look: what
 * changes must stand between letters or digits, or be one.
 */
final class PlainView {

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final int MATH_ALPHABETS_FIRST = 0x1D400;
    private static final int MATH_ALPHABETS_LAST = 0x1D6A3;
    private static final int MATH_ALPHABET_LENGTH = 52;
    private static final int TAGS_FIRST = 0xE0020;
    private static final int TAGS_LAST = 0xE007E;
    private static final int TAGS_OFFSET = 0xE0000;
    private static final int NOTHING = -1;
    private static final int INVISIBLE_STEPS_MAX = 2;

    private PlainView() {}

    /** The text in plain characters, or null where it is plain enough. */
    static @Nullable MappedText of(String text) {
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (c >= 0x80 && plain(c, text, i) != c) {
                return rewrite(text);
            }
            i += Character.charCount(c);
        }
        return null;
    }

    private static MappedText rewrite(String text) {
        MappedText.Builder plain = new MappedText.Builder(text.length());
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            int replacement = c < 0x80 ? c : plain(c, text, i);
            if (replacement != NOTHING) {
                plain.addCodePoint(replacement, i, next);
            }
            i = next;
        }
        return plain.build();
    }

    /** What stands for a character beyond ASCII: itself, another one or {@link #NOTHING}. */
    private static int plain(int c, String text, int at) {
        if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
            return c - FULL_WIDTH_OFFSET;
        }
        if (c >= MATH_ALPHABETS_FIRST && c <= MATH_ALPHABETS_LAST) {
            int letter = (c - MATH_ALPHABETS_FIRST) % MATH_ALPHABET_LENGTH;
            return letter < 26 ? 'A' + letter : 'a' + letter - 26;
        }
        if (c >= TAGS_FIRST && c <= TAGS_LAST) {
            return c - TAGS_OFFSET;
        }
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(c, 10);
            case Character.FORMAT -> insideWord(text, at) ? NOTHING : c;
            case Character.NON_SPACING_MARK -> isInvisibleMark(c) && insideWord(text, at) ? NOTHING : c;
            case Character.DASH_PUNCTUATION, Character.MATH_SYMBOL -> isDash(c) && betweenDigits(text, at) ? '-' : c;
            case Character.SPACE_SEPARATOR -> betweenDigits(text, at) ? ' ' : c;
            default -> c;
        };
    }

    private static boolean isDash(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == 0x2212;
    }

    /** Variation selectors and the combining grapheme joiner. */
    private static boolean isInvisibleMark(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || c == 0x034F;
    }

    /** Whether something that counts stands right before, other invisible characters aside, and right after. */
    private static boolean insideWord(String text, int at) {
        return isWord(visibleBefore(text, at)) && isWord(visibleAfter(text, at));
    }

    private static boolean betweenDigits(String text, int at) {
        return Character.isDigit(visibleBefore(text, at)) && Character.isDigit(visibleAfter(text, at));
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || "_-@.:=/+".indexOf(c) >= 0;
    }

    // At most two steps: a longer row of invisible characters is itself a reason, whatever stands around it.
    private static int visibleBefore(String text, int at) {
        int i = at;
        for (int steps = 0; steps < INVISIBLE_STEPS_MAX && i > 0; steps++) {
            int c = text.codePointBefore(i);
            if (!isInvisible(c)) {
                return c;
            }
            i -= Character.charCount(c);
        }
        return i > 0 ? 'x' : ' ';
    }

    private static int visibleAfter(String text, int at) {
        int i = at + Character.charCount(text.codePointAt(at));
        for (int steps = 0; steps < INVISIBLE_STEPS_MAX && i < text.length(); steps++) {
            int c = text.codePointAt(i);
            if (!isInvisible(c)) {
                return c;
            }
            i += Character.charCount(c);
        }
        return i < text.length() ? 'x' : ' ';
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || isInvisibleMark(c);
    }
}
