package io.weir.engine.scan;

import io.weir.engine.scan.Step.AnyAround;
import io.weir.engine.scan.Step.Around;
import io.weir.engine.scan.Step.Border;
import io.weir.engine.scan.Step.Mark;
import io.weir.engine.scan.Step.Run;
import java.util.List;

/**
 * Matches rows of runs without ever going back inside a row: each run is as long as it can be, and the compiler has
 * proved that no shorter one could lead to a match. The first row that fits counts; what neighbouring rows begin with
 * alike is tried once. The work at one place is at most the length of the rows.
 */
final class LinearMatcher implements ValueMatcher {

    private static final int NO = -1;

    private final Fork fork;

    LinearMatcher(List<List<Step>> rows) {
        this.fork = Fork.of(rows, 0);
    }

    @Override
    public boolean fits(ScanMemory memory, int at, Match found) {
        TextView text = memory.text;
        found.start = NO;
        found.end = NO;
        int end = end(fork, memory, 0, text.length, at, NO, found);
        if (end == NO) {
            return false;
        }
        found.start = found.start == NO ? at : found.start;
        found.end = found.end == NO ? end : found.end;
        return true;
    }

    @Override
    public boolean fitsWhole(ScanMemory memory, int start, int end) {
        return end(fork, memory, start, end, start, end, memory.whole) != NO;
    }

    @Override
    public String word() {
        return "runs";
    }

    /** The end of the first row that fits, and ends where it is wanted if that is not -1. */
    private static int end(Fork fork, ScanMemory memory, int from, int to, int start, int wanted, Match found) {
        char[] text = memory.text.units;
        int at = start;
        int valueStart = found.start;
        int valueEnd = found.end;
        for (Step step : fork.steps()) {
            if (step instanceof Run run) {
                at = behind(run, memory, at, to);
                if (at == NO) {
                    break;
                }
            } else if (step instanceof Mark mark) {
                found.start = mark.end() ? found.start : at;
                found.end = mark.end() ? at : found.end;
            } else if (!holds(step, text, from, to, at)) {
                at = NO;
                break;
            }
        }
        int end = at == NO ? NO : rest(fork, memory, from, to, at, wanted, found);
        if (end == NO) {
            found.start = valueStart;
            found.end = valueEnd;
        }
        return end;
    }

    private static int rest(Fork fork, ScanMemory memory, int from, int to, int at, int wanted, Match found) {
        if (fork.next().length == 0) {
            return wanted == NO || wanted == at ? at : NO;
        }
        for (Fork next : fork.next()) {
            int end = next.isRefused(memory.text.units, at, to) ? NO : end(next, memory, from, to, at, wanted, found);
            if (end != NO) {
                return end;
            }
        }
        return NO;
    }

    // Counts code points, as java.util.regex does.
    private static int behind(Run run, ScanMemory memory, int from, int to) {
        char[] text = memory.text.units;
        // The last of the units that there must be says most often that they are not.
        if (run.least() > 1 && (from + run.least() > to || !run.set().contains(text[from + run.least() - 1]))) {
            return NO;
        }
        if (run.most() >= Stretches.LENGTH_MIN) {
            int end = memory.stretches.end(run.set(), text, from, run.most() < to - from ? from + run.most() : to);
            if (end >= 0) {
                return end - from < run.least() ? NO : end;
            }
        }
        int at = from;
        int count = 0;
        while (at < to && count < run.most() && run.set().contains(text[at])) {
            boolean pair = text[at] >= Character.MIN_HIGH_SURROGATE
                    && Character.isHighSurrogate(text[at])
                    && at + 1 < to
                    && Character.isLowSurrogate(text[at + 1]);
            at += pair ? 2 : 1;
            count++;
        }
        return count < run.least() ? NO : at;
    }

    private static boolean holds(Step step, char[] text, int from, int to, int at) {
        if (step instanceof Around around) {
            return around.holds(text, from, to, at);
        }
        if (step instanceof AnyAround any) {
            return any.holds(text, from, to, at);
        }
        return ((Border) step).end() ? at == to : at == from;
    }
}
