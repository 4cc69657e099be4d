package io.weir.engine.payload;

import java.util.Arrays;

/**
 * A text that was made from another one, with the way back: each of its characters knows which range of the outer text it
 * stands for.
 */
final class MappedText {

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private MappedText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    String text() {
        return text;
    }

    /** The same patch, in the outer text. */
    Patch outer(Patch patch) {
        return new Patch(starts[patch.start()], ends[patch.end() - 1], patch.cause(), patch.exact(), patch.ready());
    }

    /** Gathers the characters of a mapped text, in order. */
    static final class Builder {

        private final StringBuilder text;
        private int[] starts;
        private int[] ends;

        Builder(int capacity) {
            this.text = new StringBuilder(capacity);
            this.starts = new int[capacity];
            this.ends = new int[capacity];
        }

        /** Adds a character that stands for the outer characters from {@code start} to {@code end}. */
        void add(char c, int start, int end) {
            int length = text.length();
            if (length == starts.length) {
                starts = Arrays.copyOf(starts, 2 * length + 16);
                ends = Arrays.copyOf(ends, 2 * length + 16);
            }
            starts[length] = start;
            ends[length] = end;
            text.append(c);
        }

        /** Adds a code point. */
        void addCodePoint(int codePoint, int start, int end) {
            if (Character.isBmpCodePoint(codePoint)) {
                add((char) codePoint, start, end);
            } else {
                add(Character.highSurrogate(codePoint), start, end);
                add(Character.lowSurrogate(codePoint), start, end);
            }
        }

        int length() {
            return text.length();
        }

        MappedText build() {
            return new MappedText(text.toString(), starts, ends);
        }
    }
}
