package io.weir.engine.link;

/**
 * Tells of nearly all hashes that are absent that they are, at the price of one look at memory; of none that is
 * present. Four bits of one word stand for a hash (a blocked Bloom filter); with a word or two for each hash, one in
 * ten thousand that are absent is not told, with half a word to a quarter one in a hundred or less. The hashes are
 * keyed, so their bits are as good as any.
 */
final class QuestionFilter {

    private static final int WORDS_MIN = 64;

    private final long[] words;
    private final int hashesPerWord;
    private int size;

    /** An empty filter for so many hashes, of which so many share a word. */
    QuestionFilter(int hashes, int hashesPerWord) {
        int length = WORDS_MIN;
        while ((long) length * hashesPerWord < hashes) {
            length *= 2;
        }
        this.words = new long[length];
        this.hashesPerWord = hashesPerWord;
    }

    void add(long hash) {
        words[(int) hash & words.length - 1] |= bits(hash);
        size++;
    }

    void addAll(long[] hashes) {
        for (long hash : hashes) {
            add(hash);
        }
    }

    /** Whether the hash may be present. */
    boolean mayHold(long hash) {
        long bits = bits(hash);
        return (words[(int) hash & words.length - 1] & bits) == bits;
    }

    /** Whether there is no room for another hash. */
    boolean isFull() {
        return size >= words.length * hashesPerWord;
    }

    /** Number of hashes. */
    int size() {
        return size;
    }

    /** The shift of a long takes the low six bits of its distance. */
    private static long bits(long hash) {
        return 1L << (hash >>> 32) | 1L << (hash >>> 38) | 1L << (hash >>> 44) | 1L << (hash >>> 50);
    }
}
