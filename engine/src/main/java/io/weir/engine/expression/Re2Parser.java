package io.weir.engine.expression;

import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Edge;
import io.weir.engine.expression.Expression.Greed;
import io.weir.engine.expression.Expression.Look;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression in the syntax of RE2 (github.com/google/re2/wiki/Syntax), as Go programs use it. Word boundaries
 * become looks around; capturing groups become values. One expression an instance.
 */
public final class Re2Parser {

    /** Takes each outermost capturing group for a value. */
    public static final int ANY_GROUP = 0;

    private static final int NESTING_MAX = 50;

    private final Re2Cursor cursor;
    private final int valueGroup;
    private int groups;
    private int nesting;
    private int valueNesting;

    private Re2Parser(String text, int valueGroup) {
        this.cursor = new Re2Cursor(text);
        this.valueGroup = valueGroup;
    }

    /**
     * Reads an expression. Repeats may be without bound, and there may be several values.
     *
     * @param valueGroup number of the group that is the value, or {@link #ANY_GROUP}
     * @throws ExpressionException if it cannot be read or holds what is not supported
     */
    public static Expression parse(String text, int valueGroup) {
        Re2Parser parser = new Re2Parser(text, valueGroup);
        Expression expression = parser.choice();
        if (!parser.cursor.isAtEnd()) {
            throw parser.cursor.error("a ')' without '('");
        }
        if (valueGroup > parser.groups) {
            throw parser.cursor.error("no group " + valueGroup);
        }
        return expression;
    }

    private Expression choice() {
        if (++nesting > NESTING_MAX) {
            throw cursor.error("more than " + NESTING_MAX + " nested groups");
        }
        Re2Cursor.Flags before = cursor.flags();
        List<Expression> options = new ArrayList<>();
        options.add(sequence());
        while (cursor.accept("|")) {
            options.add(sequence());
        }
        cursor.restore(before);
        nesting--;
        return merged(options);
    }

    /** One unit of either set, where all options are units. */
    private static Expression merged(List<Expression> options) {
        if (options.size() == 1) {
            return options.get(0);
        }
        CharSet set = CharSet.NONE;
        for (Expression option : options) {
            if (!(option instanceof Unit unit)) {
                return new Choice(List.copyOf(options));
            }
            set = set.or(unit.set());
        }
        return new Unit(set);
    }

    private Expression sequence() {
        List<Expression> parts = new ArrayList<>();
        while (!cursor.isAtEnd() && !cursor.looksAt("|") && !cursor.looksAt(")")) {
            if (cursor.accept("\\Q")) {
                cursor.until("\\E").chars().forEach(c -> parts.add(unit((char) c)));
            } else if (!isFlagGroup()) {
                parts.add(quantified(atom()));
            }
        }
        List<Expression> settled = WordBoundary.settle(parts);
        return settled.size() == 1 ? settled.get(0) : new Sequence(settled);
    }

    /** Reads flags that hold up to the end of the group, if there are any here. */
    private boolean isFlagGroup() {
        if (!cursor.looksAt("(?") || cursor.looksAt("(?:") || cursor.looksAt("(?P") || cursor.looksAt("(?<")) {
            return false;
        }
        Re2Cursor ahead = cursor.copy();
        ahead.accept("(?");
        if (ahead.readFlags()) {
            return false;
        }
        cursor.accept("(?");
        cursor.readFlags();
        return true;
    }

    private Expression atom() {
        char c = cursor.next();
        return switch (c) {
            case '(' -> group();
            case '[' -> new Unit(Re2Class.read(cursor));
            case '.' -> new Unit(cursor.flags().dotAll() ? CharSet.NONE.not() : CharSet.DOT);
            case '^' -> edge(false);
            case '$' -> edge(true);
            case '\\' -> escape();
            case '*', '+', '?' -> throw cursor.error("a '" + c + "' without something to repeat");
            default -> unit(c);
        };
    }

    private Expression unit(char c) {
        return new Unit(cursor.ignoringCase() ? CharSet.single(c).ignoringCase() : CharSet.single(c));
    }

    private Expression edge(boolean end) {
        Expression ofText = new Edge(end);
        return cursor.flags().linewise()
                ? new Choice(List.of(ofText, new Look(new Unit(CharSet.single('\n')), end, false)))
                : ofText;
    }

    private Expression escape() {
        if (cursor.accept("b")) {
            return WordBoundary.ANY;
        }
        if (cursor.accept("B")) {
            return WordBoundary.NONE;
        }
        if (cursor.accept("A")) {
            return new Edge(false);
        }
        if (cursor.accept("z")) {
            return new Edge(true);
        }
        return new Unit(Re2Class.escaped(cursor));
    }

    private Expression group() {
        if (!cursor.accept("?")) {
            return captured();
        }
        if (cursor.accept("P<") || cursor.accept("<")) {
            cursor.until(">");
            return captured();
        }
        Re2Cursor.Flags before = cursor.flags();
        if (!cursor.readFlags()) {
            throw cursor.error("flags in a place where they are not supported");
        }
        Expression body = closed();
        cursor.restore(before);
        return body;
    }

    private Expression captured() {
        int number = ++groups;
        boolean isValue = valueNesting == 0 && (valueGroup == ANY_GROUP || valueGroup == number);
        valueNesting += isValue ? 1 : 0;
        Expression body = closed();
        valueNesting -= isValue ? 1 : 0;
        return isValue ? new Value(body) : body;
    }

    private Expression closed() {
        Expression body = choice();
        if (!cursor.accept(")")) {
            throw cursor.error("a '(' without ')'");
        }
        return body;
    }

    private Expression quantified(Expression body) {
        int[] bounds = bounds();
        if (bounds == null) {
            return body;
        }
        Greed greed = cursor.accept("?") ? Greed.LAZY : Greed.GREEDY;
        if (body.max() == 0) {
            return bounds[0] == 0 ? new Sequence(List.of()) : body;
        }
        return new Repeat(body, bounds[0], bounds[1], greed);
    }

    private int @Nullable [] bounds() {
        if (cursor.accept("?")) {
            return new int[] {0, 1};
        }
        if (cursor.accept("*")) {
            return new int[] {0, Expression.UNBOUNDED};
        }
        if (cursor.accept("+")) {
            return new int[] {1, Expression.UNBOUNDED};
        }
        return cursor.looksAt("{") ? cursor.braces() : null;
    }
}
