package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression.Greed;
import io.weir.engine.scan.Step.Around;
import io.weir.engine.scan.Step.Border;
import io.weir.engine.scan.Step.Mark;
import io.weir.engine.scan.Step.Run;
import java.util.List;

/**
 * Proves that no run of a row could be shorter than it can be and the row still fit: what follows cannot start with a
 * unit of the run, or nothing follows.
 */
final class Determinism {

    private Determinism() {}

    static boolean holds(List<Step> row) {
        for (int i = 0; i < row.size(); i++) {
            boolean variable = row.get(i) instanceof Run run && run.isVariable() && run.greed() != Greed.POSSESSIVE;
            if (variable && !isFixed(((Run) row.get(i)).set(), row, i + 1)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a run of a set that ends early, so that a unit of the set follows, cannot fit the rest. */
    private static boolean isFixed(CharSet set, List<Step> row, int from) {
        boolean refused = true;
        for (int i = from; i < row.size(); i++) {
            Step step = row.get(i);
            if (step instanceof Run run) {
                if (!run.set().isDisjoint(set)) {
                    return run.most() == 0;
                }
                if (run.least() > 0) {
                    return true;
                }
            } else if (!(step instanceof Mark)) {
                refused = refused && refuses(step, set);
                if (step instanceof Around around && around.ahead() && refuses(step, set)) {
                    return true;
                }
            }
        }
        return refused;
    }

    /** Whether a step cannot hold before a unit of the set. */
    private static boolean refuses(Step step, CharSet set) {
        if (step instanceof Border border) {
            return border.end();
        }
        if (!(step instanceof Around around) || !around.ahead()) {
            return false;
        }
        if (around.negative()) {
            return around.rows().stream()
                            .anyMatch(row -> row.length() == 1 && row.first().includes(set))
                    || covers(around, set);
        }
        return around.rows().stream()
                .allMatch(row -> row.length() > 0 && row.first().isDisjoint(set));
    }

    private static boolean covers(Around around, CharSet set) {
        CharSet all = new CharSet(0, 0, false, "");
        for (Step.Row row : around.rows()) {
            all = row.length() == 1 ? all.or(row.first()) : all;
        }
        return all.includes(set);
    }
}
