package io.weir.engine.validate;

import java.util.regex.Pattern;

/** Whether a text looks drawn at random or made up as a password rather than written as a word. */
public final class Randomness {

    // Bits per character. English words stay under 3; hex of 16 and base64 of 12 characters lie above.
    private static final double TOKEN_ENTROPY_MIN = 3.0;
    private static final int LONG_PASSWORD = 16;
    private static final int COUNTED_MIN = 6;
    private static final double LOG_2 = Math.log(2);

    // A count times its logarithm, for the entropy of short texts.
    private static final double[] WEIGHTS = weights();

    // getPassword(user, request.form["password"], and what a redaction left
    private static final Pattern CODE =
            Pattern.compile("[A-Za-z_$][A-Za-z0-9_.$:>-]{0,64}+[(\\[].*|[A-Za-z_][A-Za-z0-9_]{0,64}+::.*|\\[[A-Z].*");

    private Randomness() {}

    /** The units of a key or token without the signs of the sentence behind it; 0 where it is none. */
    static int acceptToken(CharSequence text) {
        int end = end(text, ".!");
        return looksLikeToken(text.subSequence(0, end)) ? end : 0;
    }

    /** The units of a password without the signs of the sentence or code behind it; 0 where it is none. */
    static int acceptPassword(CharSequence text) {
        int end = end(text, text.toString().indexOf('(') >= 0 ? ".:" : ".:)");
        return looksLikePassword(text.subSequence(0, end)) ? end : 0;
    }

    private static int end(CharSequence text, String punctuation) {
        int end = text.length();
        while (end > 0 && punctuation.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** A key or token: letters and digits, entropy of at least 3 bits per character, not typed along the keyboard. */
    public static boolean looksLikeToken(CharSequence text) {
        return mixesLettersAndDigits(text) && entropy(text) >= TOKEN_ENTROPY_MIN && !isCounted(text);
    }

    /** Whether half of the text counts up: abcdefgh, 12345678. */
    private static boolean isCounted(CharSequence text) {
        int counted = 0;
        int run = 1;
        for (int i = 1; i <= text.length(); i++) {
            if (i < text.length() && follows(text.charAt(i - 1), text.charAt(i))) {
                run++;
                continue;
            }
            counted += run >= COUNTED_MIN ? run : 0;
            run = 1;
        }
        return counted * 2 >= text.length();
    }

    private static boolean follows(char before, char c) {
        return Character.isLetterOrDigit(c)
                && (Character.toLowerCase(c) == Character.toLowerCase(before) + 1 || (before == '9' && c == '0'));
    }

    /** A password: not made of letters and word separators alone, unless it is long and has no separators. */
    public static boolean looksLikePassword(CharSequence text) {
        boolean separators = false;
        boolean wordsOnly = true;
        boolean digitsOnly = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean separator = "_.-/".indexOf(c) >= 0;
            separators |= separator;
            wordsOnly &= separator || Character.isLetter(c);
            digitsOnly &= Character.isDigit(c);
        }
        return (wordsOnly ? !separators && text.length() >= LONG_PASSWORD : !digitsOnly || text.length() >= 6)
                && !isReference(text.toString());
    }

    /** Points elsewhere: a web address, a cloud resource name, an element of a page, a path, a call. */
    private static boolean isReference(String text) {
        return text.contains("://")
                || text.startsWith("arn:")
                || text.startsWith("#")
                || text.startsWith("/")
                || (mayBeCode(text) && CODE.matcher(text).matches());
    }

    private static boolean mayBeCode(String text) {
        return text.indexOf('(') >= 0 || text.indexOf('[') >= 0 || text.contains("::");
    }

    public static boolean mixesLettersAndDigits(CharSequence text) {
        boolean digits = false;
        boolean letters = false;
        for (int i = 0; i < text.length() && !(digits && letters); i++) {
            digits |= Ascii.isDigit(text.charAt(i));
            letters |= Ascii.isLetter(text.charAt(i));
        }
        return digits && letters;
    }

    /** Shannon entropy of the characters, bits per character. */
    public static double entropy(CharSequence text) {
        int[] counts = new int[128];
        int others = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < counts.length) {
                counts[c]++;
            } else {
                others++;
            }
        }
        double bits = weight(others);
        for (int count : counts) {
            bits += weight(count);
        }
        return text.length() == 0 ? 0 : Math.log(text.length()) / LOG_2 - bits / text.length();
    }

    private static double weight(int count) {
        return count < WEIGHTS.length ? WEIGHTS[count] : count * Math.log(count) / LOG_2;
    }

    private static double[] weights() {
        double[] weights = new double[256];
        for (int count = 2; count < weights.length; count++) {
            weights[count] = count * Math.log(count) / LOG_2;
        }
        return weights;
    }
}
