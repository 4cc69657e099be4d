package io.weir.engine.tone;

import java.util.BitSet;
import java.util.Collection;

/**
 * How some words begin: tells of most other words that they are none of these, before anything is copied out of the
 * text. Only words that begin with three letters of ASCII are told apart. Immutable and safe to share between threads.
 */
final class WordBeginnings {

    private static final int LETTERS = 3;
    private static final int BITS_OF_LETTER = 5;

    private final BitSet beginnings = new BitSet(1 << (LETTERS * BITS_OF_LETTER));

    /** The beginnings of these words, which are in lower case. */
    WordBeginnings(Collection<String> words) {
        for (String word : words) {
            int beginning = beginning(word, 0, word.length());
            if (beginning >= 0) {
                beginnings.set(beginning);
            }
        }
    }

    /** Whether the word in a range, in whatever case, may be one of them. */
    boolean mayBe(String text, int start, int end) {
        int beginning = beginning(text, start, end);
        return beginning < 0 || beginnings.get(beginning);
    }

    /** A number for the first letters of a word, the same in upper and lower case; negative where it has others. */
    private static int beginning(String text, int start, int end) {
        if (end - start < LETTERS) {
            return -1;
        }
        int beginning = 0;
        for (int at = start; at < start + LETTERS; at++) {
            int letter = (text.charAt(at) | 0x20) - 'a';
            if (letter < 0 || letter >= 26 || text.charAt(at) > 'z') {
                return -1;
            }
            beginning = (beginning << BITS_OF_LETTER) | letter;
        }
        return beginning;
    }
}
