package io.weir.engine.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tries an expression by java.util.regex, anchored, within a bounded window and a bounded number of steps. Whoever wrote
 * the expression, it cannot take longer than that.
 */
final class BacktrackingMatcher implements ValueMatcher {

    private final int number;
    private final Pattern pattern;
    private final boolean grouped;
    private final int reach;

    /**
     * A matcher of an expression.
     *
     * @param number its place in the scan memory
     * @param reach units that a match and what it looks at behind its end take at most
     */
    BacktrackingMatcher(int number, Pattern pattern, boolean grouped, int reach) {
        this.number = number;
        this.pattern = pattern;
        this.grouped = grouped;
        this.reach = reach;
    }

    @Override
    public boolean fits(ScanMemory memory, int at, Match found) {
        int end = (int) Math.min(memory.text.length, (long) at + reach);
        Matcher matcher = memory.matcher(number, pattern);
        matcher.region(at, end).useTransparentBounds(true).useAnchoringBounds(false);
        if (!memory.metered.within(matcher::lookingAt)) {
            return false;
        }
        found.start = grouped ? matcher.start("value") : matcher.start();
        found.end = grouped ? matcher.end("value") : matcher.end();
        return found.start >= 0;
    }

    @Override
    public boolean fitsWhole(ScanMemory memory, int start, int end) {
        Matcher matcher = memory.matcher(number, pattern);
        matcher.region(start, end).useTransparentBounds(false).useAnchoringBounds(true);
        return memory.metered.within(matcher::matches);
    }

    @Override
    public String word() {
        return "backtracking";
    }
}
