package io.weir.engine.validate;

/** Numbers without their separators. */
final class Compact {

    private Compact() {}

    /** The ASCII letters, in upper case, and the digits of a text, in order. */
    static String of(CharSequence text) {
        StringBuilder compact = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Ascii.isLetterOrDigit(c)) {
                compact.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
            }
        }
        return compact.toString();
    }

    /** Whether there are only digits, and that many. */
    static boolean isDigits(String compact, int count) {
        return compact.length() == count && isDigits(compact);
    }

    /** Whether there are only digits, at least one. */
    static boolean isDigits(String compact) {
        for (int i = 0; i < compact.length(); i++) {
            if (!Ascii.isDigit(compact.charAt(i))) {
                return false;
            }
        }
        return !compact.isEmpty();
    }

    /** 0 to 9 for digits, 10 to 35 for letters. */
    static int value(char c) {
        return c <= '9' ? c - '0' : c - 'A' + 10;
    }

    /** The digits of a part as a number, -1 if something else stands there. */
    static int number(String compact, int start, int end) {
        if (end > compact.length()) {
            return -1;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            if (!Ascii.isDigit(compact.charAt(i))) {
                return -1;
            }
            number = number * 10 + compact.charAt(i) - '0';
        }
        return number;
    }
}
