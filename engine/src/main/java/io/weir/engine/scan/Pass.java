package io.weir.engine.scan;

import io.weir.engine.scan.RuleProgram.Trigger;

/**
 * The pass over all units of a text: one automaton notes where literals end and which context words stand where;
 * besides it is noted where words start that a match may begin with, and what the text holds. Immutable and safe to
 * share.
 */
final class Pass {

    private final Automaton automaton;
    private final Ending[] endings;

    Pass(Automaton automaton, Ending[] endings) {
        this.automaton = automaton;
        this.endings = endings;
    }

    /** Reads the text that was loaded. */
    void over(ScanMemory memory) {
        char[] text = memory.text.units;
        int length = memory.text.length;
        byte[] classes = automaton.classes();
        char[] next = automaton.next();
        int firstOutput = automaton.firstOutput();
        int state = Automaton.START;
        int wordEnd = 0;
        long seen = 0;
        int solid = 0;
        int longest = 0;
        for (int i = 0; i < length; i++) {
            char unit = text[i];
            int unitClass = unit < 128 ? classes[unit] : 0;
            seen |= 1L << unitClass;
            // Without a branch, which would be taken wrongly at most blanks: all bits are set where the unit is none.
            solid = (solid + 1) & ((' ' - unit) >> (Integer.SIZE - 1));
            longest = Math.max(longest, solid);
            state = next[state << Automaton.CLASS_BITS | unitClass];
            if (state >= firstOutput) {
                note(memory, state - firstOutput, i + 1);
            }
            if (unit <= '9' && unit >= '0' && i >= wordEnd) {
                wordEnd = WordNotes.ofDigit(memory, i);
            }
        }
        memory.traits = seen & ~Precheck.CONTEXT;
        memory.solid = longest;
    }

    private void note(ScanMemory memory, int output, int end) {
        Ending ending = endings[output];
        for (Trigger word : ending.words) {
            memory.context.add(memory.text, end - word.length(), end, word.word());
        }
        if (ending.startsWord) {
            WordNotes.ofBeginning(memory, end);
        }
        if (ending.mayStand(memory.text, end)) {
            memory.addNote(end, output);
        }
    }
}
