package io.weir.engine.payload;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text that was made from another one, or from pieces of it, with the way back: each of its characters knows which
 * range of the outer text it stands for.
 */
final class MappedText {

    // Neither a blank nor part of a word, so nothing that looks for values reads over it.
    private static final String SEPARATOR = "\u001f\n";

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

    /** Adds patches of this text to those of the outer one, cut where one piece ends and the next begins. */
    void addPieces(List<Patch> inner, UnaryOperator<String> encoding, Patches outer) {
        for (Patch patch : inner) {
            int start = patch.start();
            while (start < patch.end()) {
                int cut = text.indexOf(SEPARATOR, start);
                int end = cut < 0 ? patch.end() : Math.min(cut, patch.end());
                if (start < end) {
                    outer.add(outer(patch.between(start, end).written(encoding)));
                }
                start = end + SEPARATOR.length();
            }
        }
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

        /** Sets what comes off from what was there, if there was anything. */
        void separate(int at) {
            boolean needed = !text.isEmpty();
            for (int i = 0; needed && i < SEPARATOR.length(); i++) {
                add(SEPARATOR.charAt(i), at, at);
            }
        }

        MappedText build() {
            return new MappedText(text.toString(), starts, ends);
        }
    }
}
