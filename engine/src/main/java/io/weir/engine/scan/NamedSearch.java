package io.weir.engine.scan;

import io.weir.engine.rule.Name;
import io.weir.engine.rule.Words;
import io.weir.engine.scan.RuleProgram.Assigned;
import io.weir.engine.scan.RuleProgram.Near;
import io.weir.engine.scan.RuleProgram.Trigger;

/** Searches for values that are told by a name before them. Immutable and safe to share. */
final class NamedSearch {

    private final Offering offering;

    NamedSearch(Offering offering) {
        this.offering = offering;
    }

    /** Searches behind a name that ends at a place. */
    void behindName(Trigger trigger, RuleProgram program, int end, ScanMemory memory, CandidateSink sink) {
        int start = end - trigger.length();
        Name name = trigger.name();
        if (memory.progress.isPast(program.number(), start)
                || name == null
                || !name.fits(memory.text, start, end)
                || !offering.isPossible(program, memory)) {
            return;
        }
        if (program instanceof Assigned assigned) {
            assigned(assigned, start, end, memory, sink);
        } else if (program instanceof Near near) {
            near(near, start, end, memory, sink);
        }
    }

    private void assigned(Assigned program, int nameStart, int nameEnd, ScanMemory memory, CandidateSink sink) {
        int end = program.shape().prose()
                ? endBeforeProse(program, nameEnd, memory)
                : endBeforeCode(program, nameEnd, memory);
        if (end < 0) {
            return;
        }
        int start = Words.nameStart(memory.text, nameStart);
        boolean named = (program.words().isEmpty() || program.words().anyIn(memory.text, start, memory.found.start))
                && !program.stopNames().anyIn(memory.text, start, memory.found.start);
        if (named && offering.offer(program, nameStart, memory.found.start, memory.found.end, memory, sink) < 0) {
            memory.progress.judge(program.number(), end);
        }
    }

    /**
     * The end of the name with its tail behind which code gives it a value; -1 where none does, or one that was judged.
     */
    private static int endBeforeCode(Assigned program, int nameEnd, ScanMemory memory) {
        int last = nameEnd + program.shape().tail();
        int at = memory.separators.next(nameEnd, last);
        while (at >= 0 && !memory.progress.isJudged(program.number(), at)) {
            if (fitsBehindCode(program, at, memory)) {
                return at;
            }
            at = isTail(memory.text, at) ? memory.separators.next(at + 1, last) : -1;
        }
        return -1;
    }

    private static int endBeforeProse(Assigned program, int nameEnd, ScanMemory memory) {
        int last = Math.min(memory.text.length, nameEnd + program.shape().tail());
        for (int at = nameEnd; at <= last && !memory.progress.isJudged(program.number(), at); at++) {
            if (fitsBehindCode(program, at, memory) || fitsAt(program, memory.separators.sentence(at), memory)) {
                return at;
            }
            if (!isTail(memory.text, at)) {
                break;
            }
        }
        return -1;
    }

    private static boolean fitsBehindCode(Assigned program, int nameEnd, ScanMemory memory) {
        return fitsAt(program, memory.separators.code(nameEnd), memory)
                || fitsAt(program, memory.separators.flag(nameEnd), memory);
    }

    private static boolean fitsAt(Assigned program, int value, ScanMemory memory) {
        if (value < 0
                || !program.outline().mayStartAt(memory.text, value)
                || memory.progress.isRefused(program.number(), value)) {
            return false;
        }
        boolean fits = program.value().fits(memory, value, memory.found);
        if (!fits) {
            memory.progress.refuse(program.number(), value);
        }
        return fits;
    }

    private void near(Near program, int nameStart, int nameEnd, ScanMemory memory, CandidateSink sink) {
        int wordStart = Words.nameStart(memory.text, nameStart);
        int last = Math.min(memory.text.length - 1, nameEnd + program.shape().within());
        for (int at = firstNear(program, nameEnd, last, memory);
                at <= last;
                at = firstNear(program, at + 1, last, memory)) {
            if ((program.words().isEmpty() || program.words().anyIn(memory.text, wordStart, at))
                    && offering.offer(program, nameStart, memory.found.start, memory.found.end, memory, sink) > 0) {
                return;
            }
        }
    }

    /**
     * The first of some places where a value fits; one past them where none does. Names in a row ask for the same
     * places.
     */
    private static int firstNear(Near program, int from, int last, ScanMemory memory) {
        int at = memory.progress.pastMisses(program.number(), from);
        while (at <= last && !fitsNear(program, at, memory)) {
            at++;
        }
        memory.progress.miss(program.number(), from, at);
        return at;
    }

    private static boolean fitsNear(Near program, int at, ScanMemory memory) {
        return isValueStart(memory.text.units, at)
                && program.outline().mayStartAt(memory.text, at)
                && program.value().fits(memory, at, memory.found)
                && memory.found.end > at;
    }

    // What the expression of a near value begins with, told quickly: no word before it, or an escape.
    private static boolean isValueStart(char[] units, int at) {
        char before = units[at - 1];
        return !SeparatorReader.isTail(before)
                || before == ' '
                || before == '.'
                || before == '-'
                || (at > 1 && units[at - 2] == '\\');
    }

    private static boolean isTail(TextView text, int at) {
        return at < text.length && SeparatorReader.isTail(text.units[at]);
    }
}
