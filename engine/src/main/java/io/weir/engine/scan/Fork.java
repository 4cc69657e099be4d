package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.scan.Step.Run;
import java.util.ArrayList;
import java.util.List;

/** Steps that some rows begin with alike, and what then parts them, in the order of the rows. Immutable. */
final class Fork {

    private static final CharSet NONE = new CharSet(0, 0, false, "");

    private final Step[] steps;
    private final Fork[] next;
    private final CharSet first;

    private Fork(List<Step> steps, List<Fork> next) {
        this.steps = steps.toArray(Step[]::new);
        this.next = next.toArray(Fork[]::new);
        this.first = first(steps, next);
    }

    /** The fork of rows that are alike before a place. */
    static Fork of(List<List<Step>> rows, int from) {
        int to = from;
        while (isShared(rows, to)) {
            to++;
        }
        List<Step> shared = rows.get(0).subList(from, to);
        List<Fork> next = new ArrayList<>();
        int first = 0;
        while (rows.size() > 1 && first < rows.size()) {
            int last = first + 1;
            while (last < rows.size() && isSame(rows.get(first), rows.get(last), to)) {
                last++;
            }
            next.add(of(rows.subList(first, last), to));
            first = last;
        }
        return new Fork(shared, next);
    }

    /** The units that it may start with, but for the end of the text. It may say too many. */
    private static CharSet first(List<Step> steps, List<Fork> next) {
        CharSet first = NONE;
        for (Step step : steps) {
            if (step instanceof Run run) {
                first = first.or(run.set());
                if (run.least() > 0) {
                    return first;
                }
            }
        }
        CharSet behind =
                next.stream().map(fork -> fork.first).reduce(CharSet::or).orElse(NONE.not());
        return first.or(behind);
    }

    /** Whether it is out of the question that it fits here. */
    boolean isRefused(char[] text, int at, int to) {
        return at < to && !first.contains(text[at]);
    }

    Step[] steps() {
        return steps;
    }

    Fork[] next() {
        return next;
    }

    private static boolean isShared(List<List<Step>> rows, int place) {
        List<Step> first = rows.get(0);
        return place < first.size() && rows.stream().allMatch(row -> isSame(first, row, place));
    }

    private static boolean isSame(List<Step> left, List<Step> right, int place) {
        return place < left.size() && place < right.size() && left.get(place).equals(right.get(place));
    }
}
