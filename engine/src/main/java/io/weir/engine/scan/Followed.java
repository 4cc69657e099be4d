package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Look;
import java.util.List;

/**
 * An expression that a walk follows.
 *
 * @param bit by which the walk tells of it
 * @param start what its first unit must be in
 * @param notBefore what never stands right before a match
 * @param notBehind what never stands right behind a match
 */
record Followed(Expression expression, int bit, CharSet start, CharSet notBefore, CharSet notBehind) {

    private static final CharSet NONE = new CharSet(0, 0, false, "");

    static Followed of(Expression expression, Outline outline, int bit, CharSet start) {
        List<Expression> parts = Outline.parts(expression);
        Expression last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        CharSet notBehind =
                last instanceof Look look && look.ahead() && look.negative() ? Outline.singles(look.body()) : NONE;
        return new Followed(expression, bit, start, outline.notBefore(), notBehind);
    }
}
