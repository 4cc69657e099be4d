package io.weir.engine.scan;

import java.util.Arrays;

/**
 * What a scanner needs to work on one text after the other without leaving garbage. Used by one thread at a time; holds
 * nothing of a text once it is cleared.
 */
final class ScanMemory {

    private static final int KEPT_MAX = 1 << 16;
    private static final int NOTES_MIN = 256;

    final TextView text = new TextView();
    final Attempt attempt;
    final SeparatorReader separators = new SeparatorReader(text);
    final Stretches stretches = new Stretches();
    final Match found = new Match();
    final Match whole = new Match();
    final ContextHits context;
    final Progress progress;
    final Echoes echoes = new Echoes(text);

    /** Ends of literals, in the upper half of each, and what ends there. */
    long[] notes = new long[NOTES_MIN];

    int noteCount;

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

    final KeyReadings readings = new KeyReadings();

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
        echoes.reset();
        possibleKnown = false;
    }

    /** How often something happened in the text after which a search may come to something else than before. */
    int turns() {
        return progress.turns() + attempt.stopped();
    }

    void addNote(int end, int output) {
        if (noteCount == notes.length) {
            notes = Arrays.copyOf(notes, noteCount * 2);
        }
        notes[noteCount++] = (long) end << Integer.SIZE | output;
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
        noteCount = 0;
        wordCount = 0;
        context.clear();
    }

    /** Forgets all texts and keys. */
    void clear() {
        notes = notes.length > KEPT_MAX ? new long[NOTES_MIN] : notes;
        words = words.length > KEPT_MAX ? new int[128] : words;
        text.clear();
        readings.clear();
    }
}
