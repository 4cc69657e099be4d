package io.weir.engine.fingerprint;

/**
 * The look at a text that may have been rotated by thirteen letters (rot13). Texts of languages in Latin letters have
 * far more vowels than letters that stand thirteen places from a vowel; a rotated text has fewer. A token of letters
 * and digits tells nothing either way, so a text that holds a long one is looked at too.
 */
final class Rotation {

    private static final int TOKEN_MIN = 20;
    private static final int LETTERS_MIN = 12;
    private static final int HALF = 13;

    private Rotation() {}

    /** Whether a text may have been rotated. */
    static boolean isLikely(String text) {
        int vowels = 0;
        int rotated = 0;
        int letters = 0;
        int run = 0;
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            run = digit || letter || c == '_' ? run + 1 : 0;
            digits = run > 0 && (digits || digit);
            if (run >= TOKEN_MIN && digits) {
                return true;
            }
            letters += letter ? 1 : 0;
            vowels += letter && isVowel(c) ? 1 : 0;
            rotated += letter && isVowel(turned(c)) ? 1 : 0;
        }
        return letters >= LETTERS_MIN && rotated >= vowels;
    }

    /** The text, each Latin letter thirteen places on; positions stay. */
    static String of(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = turned(chars[i]);
        }
        return new String(chars);
    }

    private static char turned(char c) {
        char small = (char) (c | 0x20);
        if (small < 'a' || small > 'z' || c > 'z') {
            return c;
        }
        return (char) (small < 'a' + HALF ? c + HALF : c - HALF);
    }

    private static boolean isVowel(char c) {
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U' -> true;
            default -> false;
        };
    }
}
