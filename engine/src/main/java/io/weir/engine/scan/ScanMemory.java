package io.weir.engine.scan;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a scanner needs to work on one text after the other without leaving garbage. Used by one thread at a time; holds
 * nothing of a text once it is cleared.
 */
final class ScanMemory {

    private static final int KEPT_MAX = 1 << 16;

    final TextView text = new TextView();
    final TextView key = new TextView();
    final MeteredView metered = new MeteredView(text);
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
    private final @Nullable Matcher[] matchers;
    private final int[] usedMatchers;
    private int usedCount;
    private final boolean[] used;

    ScanMemory(int programs, int matchers, int contextWords) {
        this.context = new ContextHits(contextWords);
        this.resumes = new int[programs];
        this.resumed = new int[programs];
        this.matchers = new Matcher[matchers];
        this.usedMatchers = new int[matchers];
        this.used = new boolean[matchers];
    }

    void load(CharSequence newText, String newKey) {
        text.load(newText);
        key.load(newKey);
        metered.reset();
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

    /** The matcher of an expression on the text. */
    Matcher matcher(int number, Pattern pattern) {
        Matcher matcher = matchers[number];
        if (matcher == null) {
            matcher = pattern.matcher(metered);
            matchers[number] = matcher;
        }
        if (!used[number]) {
            matcher.reset(metered);
            used[number] = true;
            usedMatchers[usedCount++] = number;
        }
        return matcher;
    }

    /** Forgets all of the text. */
    void clear() {
        while (resumedCount > 0) {
            resumes[resumed[--resumedCount]] = 0;
        }
        while (usedCount > 0) {
            used[usedMatchers[--usedCount]] = false;
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
