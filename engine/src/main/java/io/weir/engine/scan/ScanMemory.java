package io.weir.engine.scan;

import java.util.Arrays;

/**
 * What a scanner needs to work on one text after the other without leaving garbage. Used by one thread at a time; holds
 * nothing of a text once it is cleared.
 */
final class ScanMemory {

    private static final int KEPT_MAX = 1 << 16;

    final TextView text = new TextView();
    final TextView key = new TextView();
    final Attempt attempt = new Attempt();
    final SeparatorReader separators = new SeparatorReader(text);
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

    ScanMemory(int programs, int contextWords) {
        this.context = new ContextHits(contextWords);
        this.progress = new Progress(programs);
    }

    void load(CharSequence newText, String newKey) {
        text.load(newText);
        key.load(newKey);
        attempt.reset(text);
        separators.reset();
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

    /** Forgets all of the text. */
    void clear() {
        progress.clear();
        hits = hits.length > KEPT_MAX ? new int[256] : hits;
        words = words.length > KEPT_MAX ? new int[256] : words;
        hitCount = 0;
        wordCount = 0;
        context.clear();
        text.clear();
        key.clear();
    }
}
