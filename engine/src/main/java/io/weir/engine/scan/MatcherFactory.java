package io.weir.engine.scan;

import io.weir.engine.expression.Expression;
import io.weir.engine.rule.Shape;
import java.util.regex.Pattern;

/** Chooses the cheapest matcher for an expression. One rule set an instance. */
final class MatcherFactory {

    // A unit may be a pair of surrogates, and a look-ahead may look a little further than the match.
    private static final int LOOK_REACH = 16;
    private static final int WINDOW_MAX = 65_536;

    private int backtracking;

    ValueMatcher matcher(Shape.Written written) {
        LinearMatcher linear = LinearCompiler.compile(written.expression());
        if (linear != null) {
            return linear;
        }
        int max = written.expression().max();
        if (max == Expression.UNBOUNDED || max > WINDOW_MAX) {
            throw new IllegalArgumentException(
                    "the expression fits texts of any length; put bounds on its repeats, {1,64} instead of +");
        }
        return new BacktrackingMatcher(
                backtracking++, Pattern.compile(written.plain()), written.isGrouped(), 2 * max + LOOK_REACH);
    }

    /** How many matchers need java.util.regex. */
    int backtracking() {
        return backtracking;
    }
}
