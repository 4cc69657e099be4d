package io.weir.engine.scan;

import io.weir.engine.scan.Step.AnyAround;
import io.weir.engine.scan.Step.Around;
import io.weir.engine.scan.Step.Border;
import io.weir.engine.scan.Step.Mark;
import io.weir.engine.scan.Step.Run;

/**
 * Matches rows of runs without ever going back: each run is as long as it can be, and the compiler has proved that no
 * shorter one could lead to a match. The first alternative that fits counts. The work at one place is at most the length
 * of the alternatives.
 */
final class LinearMatcher implements ValueMatcher {

    private static final int NO = -1;

    private final Step[][] alternatives;

    LinearMatcher(Step[][] alternatives) {
        this.alternatives = alternatives;
    }

    @Override
    public boolean fits(ScanMemory memory, int at, Match found) {
        TextView text = memory.text;
        for (Step[] steps : alternatives) {
            if (end(steps, text.units, 0, text.length, at, found) != NO) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean fitsWhole(ScanMemory memory, int start, int end) {
        for (Step[] steps : alternatives) {
            if (end(steps, memory.text.units, start, end, start, memory.whole) == end) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String word() {
        return "runs";
    }

    private static int end(Step[] steps, char[] text, int from, int to, int start, Match found) {
        int at = start;
        int valueStart = start;
        int valueEnd = NO;
        for (Step step : steps) {
            if (step instanceof Run run) {
                at = behind(run, text, at, to);
                if (at == NO) {
                    return NO;
                }
            } else if (step instanceof Mark mark) {
                if (mark.end()) {
                    valueEnd = at;
                } else {
                    valueStart = at;
                }
            } else if (!holds(step, text, from, to, at)) {
                return NO;
            }
        }
        found.start = valueStart;
        found.end = valueEnd == NO ? at : valueEnd;
        return at;
    }

    // Counts code points, as java.util.regex does.
    private static int behind(Run run, char[] text, int from, int to) {
        // The last of the units that there must be says most often that they are not.
        if (run.least() > 1 && (from + run.least() > to || !run.set().contains(text[from + run.least() - 1]))) {
            return NO;
        }
        int at = from;
        int count = 0;
        while (at < to && count < run.most() && run.set().contains(text[at])) {
            boolean pair = Character.isHighSurrogate(text[at]) && at + 1 < to && Character.isLowSurrogate(text[at + 1]);
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
