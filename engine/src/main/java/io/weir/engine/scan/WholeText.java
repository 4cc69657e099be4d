package io.weir.engine.scan;

import io.weir.engine.rule.Name;
import io.weir.engine.rule.Words;
import io.weir.engine.scan.RuleProgram.Assigned;
import io.weir.engine.scan.RuleProgram.Near;
import io.weir.engine.scan.RuleProgram.Trigger;
import io.weir.engine.validate.Ascii;
import java.util.List;

/** Offers the whole of a text, without the blanks around it, where its key tells what it is. */
final class WholeText {

    private WholeText() {}

    /** Offers the text for a name that ends at {@code nameEnd} of the key. */
    static void offer(Trigger trigger, int nameEnd, Offering offering, ScanMemory memory, CandidateSink sink) {
        RuleProgram program = trigger.program();
        Name name = trigger.name();
        if (program == null
                || name == null
                || !name.fits(memory.key, nameEnd - trigger.length(), nameEnd)
                || !offering.isPossible(program, memory)) {
            return;
        }
        if (program instanceof Assigned assigned) {
            boolean tells = tells(assigned.shape().tail(), assigned.shape().words(), nameEnd, memory)
                    && !Words.anyIn(assigned.shape().stopNames(), memory.key, 0, memory.key.length);
            offer(tells, assigned, assigned.whole(), offering, memory, sink);
        } else if (program instanceof Near near) {
            boolean tells = tells(near.shape().within(), near.shape().words(), nameEnd, memory);
            offer(tells, near, near.whole(), offering, memory, sink);
        }
    }

    private static boolean tells(int tail, List<String> words, int nameEnd, ScanMemory memory) {
        return memory.key.length - nameEnd <= tail
                && (words.isEmpty() || Words.anyIn(words, memory.key, 0, memory.key.length));
    }

    private static void offer(
            boolean tells,
            RuleProgram program,
            ValueMatcher whole,
            Offering offering,
            ScanMemory memory,
            CandidateSink sink) {
        int start = 0;
        int end = memory.text.length;
        while (start < end && Ascii.isBlank(memory.text.units[start])) {
            start++;
        }
        while (end > start && Ascii.isBlank(memory.text.units[end - 1])) {
            end--;
        }
        if (tells
                && start < end
                && memory.progress.resume(program.number()) == 0
                && whole.fitsWhole(memory, start, end)) {
            offering.offer(program, start, start, end, memory, sink);
        }
    }
}
