package io.weir.engine.scan;

import io.weir.engine.scan.RuleProgram.Assigned;
import io.weir.engine.scan.RuleProgram.Near;
import io.weir.engine.validate.Ascii;

/** Offers the whole of a text, without the blanks around it, where its key tells what it is. */
final class WholeText {

    private WholeText() {}

    /** Offers the text to a program that its key names. */
    static void offer(RuleProgram program, Offering offering, ScanMemory memory, CandidateSink sink) {
        if (!offering.isPossible(program, memory)) {
            return;
        }
        int start = 0;
        int end = memory.text.length;
        while (start < end && Ascii.isBlank(memory.text.units[start])) {
            start++;
        }
        while (end > start && Ascii.isBlank(memory.text.units[end - 1])) {
            end--;
        }
        if (start < end
                && !memory.progress.isPast(program.number(), 0)
                && whole(program).fitsWhole(memory, start, end)) {
            offering.offer(program, start, start, end, memory, sink);
        }
    }

    private static ValueMatcher whole(RuleProgram program) {
        if (program instanceof Assigned assigned) {
            return assigned.whole();
        }
        return program instanceof Near near ? near.whole() : program.value();
    }
}
