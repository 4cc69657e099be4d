package io.weir.engine.scan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a scanner needs to work on one text after the other without leaving garbage. Used by one thread at a time; holds
 * nothing of a text once it is cleared.
 */
final class ScanMemory {

    private static final int KEPT_MAX = 1 << 16;
    private static final int DULL_KEYS_MAX = 32;

    final TextView text = new TextView();
    final TextView key = new TextView();
    final Attempt attempt = new Attempt();
    final SeparatorReader separators = new SeparatorReader(text);
    final Stretches stretches = new Stretches();
    final Match found = new Match();
    final Match whole = new Match();
    final ContextHits context;
    final Progress progress;

    /** Ends of literals and what ends there, one after the other: first those of the text, then those of the key. */
    int[] hits = new int[256];

    int hitCount;

    /** Starts of words with digits, and how they start, one after the other. */
    int[] words = new int[256];

    int wordCount;

    /** Bits of the programs found by words whose context words stand in the text, once they are known. */
    final long[] possible;

    boolean possibleKnown;

    private final @Nullable String[] dullKeys = new String[DULL_KEYS_MAX];

    ScanMemory(int programs, int contextWords) {
        this.context = new ContextHits(contextWords);
        this.progress = new Progress(programs);
        this.possible = new long[(programs + Long.SIZE - 1) / Long.SIZE];
    }

    void load(CharSequence newText, String newKey) {
        text.load(newText);
        key.load(isDull(newKey) ? "" : newKey);
        attempt.reset(text);
        separators.reset();
        stretches.reset();
        possibleKnown = false;
    }

    /** Whether it is known that a key tells nothing: a body has few keys, again and again. */
    private boolean isDull(String other) {
        return other.equals(dullKeys[slot(other)]);
    }

    void keepDull(String dullKey) {
        dullKeys[slot(dullKey)] = dullKey;
    }

    private static int slot(String other) {
        return other.hashCode() & (DULL_KEYS_MAX - 1);
    }

    void addHit(int end, int state) {
        if (hitCount == hits.length) {
            hits = Arrays.copyOf(hits, hitCount * 2);
        }
        hits[hitCount++] = end;
        hits[hitCount++] = state;
    }

    void addWord(int start, int form) {
        if (wordCount == words.length) {
            words = Arrays.copyOf(words, wordCount * 2);
        }
        words[wordCount++] = start;
        words[wordCount++] = form;
    }

    /** Makes room for the next text. */
    void reset() {
        progress.clear();
        hitCount = 0;
        wordCount = 0;
        context.clear();
    }

    /** Forgets all texts and keys. */
    void clear() {
        hits = hits.length > KEPT_MAX ? new int[256] : hits;
        words = words.length > KEPT_MAX ? new int[256] : words;
        text.clear();
        key.clear();
        Arrays.fill(dullKeys, null);
    }
}
