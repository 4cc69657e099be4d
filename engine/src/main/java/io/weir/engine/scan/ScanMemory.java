package io.weir.engine.scan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a scanner needs to work on one text after the other without leaving garbage. Used by one thread at a time; holds
 * nothing of a text once it is cleared.
 */
final class ScanMemory {

    private static final int KEPT_MAX = 1 << 16;
    private static final int READINGS_MAX = 32;

    final TextView text = new TextView();
    final Attempt attempt;
    final SeparatorReader separators = new SeparatorReader(text);
    final Stretches stretches = new Stretches();
    final Match found = new Match();
    final Match whole = new Match();
    final ContextHits context;
    final Progress progress;

    /** Ends of literals and what ends there, one after the other. */
    int[] hits = new int[256];

    int hitCount;

    /** What the text holds: a bit for each class of units, and for context words. */
    long traits;

    /** The longest row of units in the text without a blank, an end of a line or a control. */
    int solid;

    /** Starts of words with digits. */
    int[] words = new int[128];

    int wordCount;

    /** Bits of the programs found by words whose context words stand in the text, once they are known. */
    final long[] possible;

    boolean possibleKnown;

    /** Bits of the programs that may fit at a word; all 0 but for while they are tried. */
    final long[] fitting;

    private final @Nullable KeyReading[] readings = new KeyReading[READINGS_MAX];

    /**
     * Memory for a scanner.
     *
     * @param wordWidth of its table of words
     */
    ScanMemory(int programs, int contextWords, int wordWidth) {
        this(new Attempt(), programs, contextWords, wordWidth);
    }

    ScanMemory(Attempt attempt, int programs, int contextWords, int wordWidth) {
        this.attempt = attempt;
        this.context = new ContextHits(contextWords);
        this.progress = new Progress(programs);
        this.possible = new long[wordWidth];
        this.fitting = new long[wordWidth];
    }

    void load(CharSequence newText) {
        text.load(newText);
        attempt.reset(text);
        separators.reset();
        stretches.reset();
        possibleKnown = false;
    }

    /** What is known of a key; null where nothing is. */
    @Nullable
    KeyReading reading(String key) {
        KeyReading reading = readings[slot(key)];
        return reading != null && reading.key().equals(key) ? reading : null;
    }

    void keep(KeyReading reading) {
        readings[slot(reading.key())] = reading;
    }

    private static int slot(String key) {
        return key.hashCode() & (READINGS_MAX - 1);
    }

    void addHit(int end, int state) {
        if (hitCount == hits.length) {
            hits = Arrays.copyOf(hits, hitCount * 2);
        }
        hits[hitCount++] = end;
        hits[hitCount++] = state;
    }

    void addWord(int start) {
        if (wordCount == words.length) {
            words = Arrays.copyOf(words, wordCount * 2);
        }
        words[wordCount++] = start;
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
        words = words.length > KEPT_MAX ? new int[128] : words;
        text.clear();
        Arrays.fill(readings, null);
    }
}
