package io.weir.engine.scan;

import io.weir.engine.expression.Expression;
import io.weir.engine.rule.Shape;

/** Chooses the cheapest matcher for an expression. */
final class MatcherFactory {

    private static final int WINDOW_MAX = 65_536;

    private MatcherFactory() {}

    /**
     * The matcher of an expression.
     *
     * @throws IllegalArgumentException if it fits texts of any length
     */
    static ValueMatcher matcher(Shape.Written written) {
        Expression expression = written.expression();
        LinearMatcher linear = LinearCompiler.compile(expression);
        if (linear != null) {
            return linear;
        }
        if (expression.max() > WINDOW_MAX) {
            throw new IllegalArgumentException(
                    "the expression fits texts of any length; put bounds on its repeats, {1,64} instead of +");
        }
        return new BacktrackingMatcher(expression);
    }
}
