package io.weir.engine.fingerprint;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The letters and digits of a text, folded so that copies that differ in case, white space, punctuation, width or
 * accents' encoding read the same, with the way back to the text.
 *
 * <p>Each code point is folded by itself (NFKD, then lower case; marks and everything that is no letter or digit are
 * dropped, so that an accent reads the same within its letter and behind it; letters of other scripts that look like a
 * Latin one become it), so the way back is exact. Spaces, quotes, escapes, line wraps and lookalikes therefore do not
 * hide a copy.
 */
final class NormalizedText {

    private final char[] chars;
    private final int[] starts;
    private final int[] ends;
    private final int length;

    private NormalizedText(char[] chars, int[] starts, int[] ends, int length) {
        this.chars = chars;
        this.starts = starts;
        this.ends = ends;
        this.length = length;
    }

    static NormalizedText of(String text) {
        Builder builder = new Builder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c < 0x80) {
                builder.addAscii(c, i);
                i++;
            } else {
                int codePoint = text.codePointAt(i);
                int end = i + Character.charCount(codePoint);
                builder.addFolded(codePoint, i, end);
                i = end;
            }
        }
        return builder.build();
    }

    int length() {
        return length;
    }

    char at(int index) {
        return chars[index];
    }

    /** First UTF-16 unit of the text that gave the character at {@code index}. */
    int start(int index) {
        return starts[index];
    }

    /** One past the last UTF-16 unit of the text that gave the character at {@code index}. */
    int end(int index) {
        return ends[index];
    }

    private static final class Builder {

        private char[] chars;
        private int[] starts;
        private int[] ends;
        private int length;

        Builder(int capacity) {
            chars = new char[capacity];
            starts = new int[capacity];
            ends = new int[capacity];
        }

        void addAscii(char c, int at) {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                add(c, at, at + 1);
            } else if (c >= 'A' && c <= 'Z') {
                add((char) (c + 32), at, at + 1);
            }
        }

        void addFolded(int codePoint, int start, int end) {
            if (!Character.isLetterOrDigit(codePoint)) {
                return;
            }
            String folded = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
            folded.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .map(Character::toLowerCase)
                    .map(Lookalikes::latin)
                    .forEach(c -> addCodePoint(c, start, end));
        }

        private void addCodePoint(int codePoint, int start, int end) {
            for (char unit : Character.toChars(codePoint)) {
                add(unit, start, end);
            }
        }

        private void add(char c, int start, int end) {
            if (length == chars.length) {
                int capacity = Math.max(16, chars.length * 2);
                chars = Arrays.copyOf(chars, capacity);
                starts = Arrays.copyOf(starts, capacity);
                ends = Arrays.copyOf(ends, capacity);
            }
            chars[length] = c;
            starts[length] = start;
            ends[length] = end;
            length++;
        }

        NormalizedText build() {
            return new NormalizedText(chars, starts, ends, length);
        }
    }
}
