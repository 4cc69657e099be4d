package io.weir.engine.payload;

/**
 * What a text may hold besides what it says, told by one look at each character. Ordinary text has no hint at all; a
 * hint is no more than a reason to look closer.
 */
final class TextHints {

    /** Sixteen or more characters of an encoding's alphabet in a row. */
    static final int RUN = 1;

    /** A percent sign and two hexadecimal digits. */
    static final int PERCENT = 2;

    /** Characters outside ASCII. */
    static final int WIDE = 4;

    /** A backslash or an ampersand, as escapes begin. */
    static final int ESCAPE = 8;

    /** More than one line. */
    static final int LINES = 16;

    /** Fewest characters that are worth decoding. */
    static final int RUN_MIN = 16;

    /** Fewest characters that are worth decoding where a text has no others, but for the padding. */
    static final int WHOLE_MIN = 8;

    private static final byte LETTER = 1;
    private static final byte SIGN = 2;
    private static final byte[] CLASS = classes();

    private TextHints() {}

    /** The hints of a text, as a sum of the constants of this class. */
    static int of(String text) {
        int hints = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            byte kind = c < 128 ? CLASS[c] : SIGN;
            if (kind == LETTER) {
                run++;
            } else {
                hints |= run >= RUN_MIN ? RUN : 0;
                run = 0;
                hints |= kind == SIGN ? sign(text, i, c) : 0;
            }
        }
        return run >= RUN_MIN || isWhole(text) ? hints | RUN : hints;
    }

    /** Fewest characters of a run that are worth decoding in a text. */
    static int runMin(String text) {
        return isWhole(text) ? WHOLE_MIN : RUN_MIN;
    }

    private static boolean isWhole(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        if (end < WHOLE_MIN || end >= RUN_MIN || text.length() % 4 != 0) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            if (!isRunCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** One past the run that begins there, or the same place where none does. */
    static int runEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isRunCharacter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether base64, base64url or hexadecimal digits are written with it. */
    static boolean isRunCharacter(char c) {
        return c < 128 && CLASS[c] == LETTER;
    }

    private static int sign(String text, int i, char c) {
        return switch (c) {
            case '%' -> PercentCode.isEscape(text, i) ? PERCENT : 0;
            case '\\', '&' -> ESCAPE;
            case '\n' -> LINES;
            default -> WIDE;
        };
    }

    private static byte[] classes() {
        byte[] classes = new byte[128];
        for (char c = 0; c < 128; c++) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean sign = "%\\&\n".indexOf(c) >= 0;
            classes[c] = letter || "+/-_".indexOf(c) >= 0 ? LETTER : sign ? SIGN : 0;
        }
        return classes;
    }
}
