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

    /** Ends of literals and the states they end in, one after the other. */
    int[] hits = new int[256];

    int hitCount;

    /** Starts of words with digits, and how they start, one after the other. */
    int[] words = new int[256];

    int wordCount;

    private final int[] resumes;
    private final int[] resumed;
    private int resumedCount;

    ScanMemory(int programs, int contextWords) {
        this.context = new ContextHits(contextWords);
        this.resumes = new int[programs];
        this.resumed = new int[programs];
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

    /** Where the search for a program goes on. */
    int resume(int program) {
        return resumes[program];
    }

    void resumeAt(int program, int place) {
        if (resumes[program] == 0) {
            resumed[resumedCount++] = program;
        }
        resumes[program] = place;
    }

    /** Forgets all of the text. */
    void clear() {
        while (resumedCount > 0) {
            resumes[resumed[--resumedCount]] = 0;
        }
        hits = hits.length > KEPT_MAX ? new int[256] : hits;
        words = words.length > KEPT_MAX ? new int[256] : words;
        hitCount = 0;
        wordCount = 0;
        context.clear();
        text.clear();
        key.clear();
    }
}
