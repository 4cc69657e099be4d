package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.scan.RuleProgram.Trigger;
import io.weir.engine.scan.RuleProgram.Written;
import io.weir.engine.validate.Ascii;

/** Searches for values that are told by their own form. Immutable and safe to share. */
final class WrittenSearch {

    // Most units from the start of a word to the end of a value that is found by it and needs context.
    static final int WORD_REACH = 128;

    private final WordTable table;
    private final Offering offering;

    WrittenSearch(WordTable table, Offering offering) {
        this.table = table;
        this.offering = offering;
    }

    /** Tries all starts of a match that has a literal at a place. */
    void atLiteral(Trigger trigger, Written program, int literal, ScanMemory memory, CandidateSink sink) {
        if (!offering.isPossible(program, memory)) {
            return;
        }
        if (trigger.least() == trigger.most()) {
            int start = literal - trigger.least();
            if (start >= 0) {
                tryAt(program, start, memory, sink);
            }
            return;
        }
        int last = literal - trigger.least();
        int first = memory.progress.firstOpen(program.number(), literal - trigger.most());
        if (program.run() != null) {
            first = Math.max(first, runStart(program.run(), memory.text.units, literal, first));
        }
        first = Math.max(0, first);
        if (first > last) {
            return;
        }
        last = program.runStart() ? first : last;
        for (int start = memory.progress.firstUntried(program.number(), first, last); start <= last; start++) {
            int behind = tryAt(program, start, memory, sink);
            start = Math.max(start, behind - 1);
        }
    }

    /** How far around a word a search looks. */
    Surroundings aroundWord() {
        return table.around();
    }

    private static int runStart(CharSet run, char[] text, int literal, int first) {
        int start = literal;
        while (start > first && start > 0 && run.contains(text[start - 1])) {
            start--;
        }
        return start;
    }

    /** Tries what may fit at the start of a word with digits. */
    void atWord(int word, ScanMemory memory, CandidateSink sink) {
        boolean near = memory.context.inReach(table.contexts(), word, word + WORD_REACH);
        if (word > 0
                && table.mayLead(memory.text.units[word - 1])
                && table.fittingBefore(memory.text, word, near, memory.fitting)) {
            tryFitting(word - 1, near, memory, sink);
        }
        if (table.fitting(memory.text, word, near, memory.fitting)) {
            tryFitting(word, near, memory, sink);
        }
        if (isLed(memory.text.units, word)) {
            led(word, memory, sink);
        }
    }

    private void tryFitting(int start, boolean near, ScanMemory memory, CandidateSink sink) {
        for (int index = 0; index < table.width(); index++) {
            long fitting = memory.fitting[index];
            memory.fitting[index] = 0;
            fitting &= near && fitting != 0 ? possible(index, memory) : -1;
            for (; fitting != 0; fitting &= fitting - 1) {
                tryAt(table.program(index * Long.SIZE + Long.numberOfTrailingZeros(fitting)), start, memory, sink);
            }
        }
    }

    /** The bits of the programs that need no context word, or one that stands in the text. */
    private long possible(int index, ScanMemory memory) {
        if (!memory.possibleKnown) {
            table.allowFree(memory.possible);
            memory.context.forEachWord(context -> table.allow(context, memory.possible));
            memory.possibleKnown = true;
        }
        return memory.possible[index];
    }

    /** Whether a word of digits has a letter and then a blank or a hyphen before it. */
    private static boolean isLed(char[] text, int word) {
        return word > 1
                && Ascii.isDigit(text[word])
                && (text[word - 1] == ' ' || text[word - 1] == '-')
                && Ascii.isLetter(text[word - 2]);
    }

    private void led(int word, ScanMemory memory, CandidateSink sink) {
        char[] text = memory.text.units;
        for (Written program : table.led()) {
            if (!offering.isPossible(program, memory)) {
                continue;
            }
            for (int start = Math.max(0, word - program.reach()); start < word - 1; start++) {
                boolean wordStart =
                        Ascii.isLetter(text[start]) && (start == 0 || !Ascii.isLetterOrDigit(text[start - 1]));
                if (wordStart && tryAt(program, start, memory, sink) > 0) {
                    break;
                }
            }
        }
    }

    private int tryAt(Written program, int start, ScanMemory memory, CandidateSink sink) {
        if (!program.outline().mayStartAt(memory.text, start)
                || memory.progress.isPast(program.number(), start)
                || !offering.isPossible(program, start, start + program.length(), memory)
                || !program.value().fits(memory, start, memory.found)) {
            return -1;
        }
        return offering.offer(program, start, memory.found.start, memory.found.end, memory, sink);
    }
}
