package io.weir.engine.gitleaks;

import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Greed;
import io.weir.engine.expression.Expression.Look;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;
import java.util.ArrayList;
import java.util.List;

/** Turns the tree of an RE2 expression into trees that a scanner can work with. */
final class Rewriting {

    private static final int ALTERNATIVES_MAX = 16;
    private static final int WINDOW_MAX = 60_000;
    private static final int[] BOUNDS = {8_192, 4_096, 1_024, 256, 64};
    private static final int BODY_SHARE = 128;
    private static final int FEW = 4;

    private Rewriting() {}

    /** Whether a value stands in an expression. */
    static boolean hasValue(Expression expression) {
        if (expression instanceof Sequence sequence) {
            return sequence.parts().stream().anyMatch(Rewriting::hasValue);
        }
        if (expression instanceof Choice choice) {
            return choice.options().stream().anyMatch(Rewriting::hasValue);
        }
        return expression instanceof Value || (expression instanceof Repeat repeat && hasValue(repeat.body()));
    }

    /**
     * Expressions with at most one value each, which together find the same. Where that would be too many, it is one
     * expression without values.
     */
    static List<Expression> alternatives(Expression expression) {
        List<Expression> split = split(expression);
        return split.size() > ALTERNATIVES_MAX ? List.of(withoutValues(expression)) : split;
    }

    private static List<Expression> split(Expression expression) {
        if (!hasValue(expression) || expression instanceof Value) {
            return List.of(expression);
        }
        if (expression instanceof Choice choice) {
            return choice.options().stream()
                    .flatMap(option -> split(option).stream())
                    .toList();
        }
        if (!(expression instanceof Sequence sequence)) {
            return List.of(withoutValues(expression));
        }
        List<List<Expression>> rows = List.of(List.of());
        for (Expression part : sequence.parts()) {
            List<List<Expression>> longer = new ArrayList<>();
            for (List<Expression> row : rows) {
                boolean taken = row.stream().anyMatch(Rewriting::hasValue);
                for (Expression option : taken ? List.of(withoutValues(part)) : split(part)) {
                    List<Expression> next = new ArrayList<>(row);
                    next.add(option);
                    longer.add(next);
                }
            }
            rows = longer.size() > ALTERNATIVES_MAX * ALTERNATIVES_MAX
                    ? longer.subList(0, ALTERNATIVES_MAX + 1)
                    : longer;
        }
        return rows.stream()
                .map(row -> (Expression) new Sequence(List.copyOf(row)))
                .toList();
    }

    private static Expression withoutValues(Expression expression) {
        if (expression instanceof Value value) {
            return withoutValues(value.body());
        }
        if (expression instanceof Sequence sequence) {
            return new Sequence(
                    sequence.parts().stream().map(Rewriting::withoutValues).toList());
        }
        if (expression instanceof Choice choice) {
            return new Choice(
                    choice.options().stream().map(Rewriting::withoutValues).toList());
        }
        if (expression instanceof Repeat repeat) {
            return new Repeat(withoutValues(repeat.body()), repeat.least(), repeat.most(), repeat.greed());
        }
        return expression;
    }

    /** The parts of an expression, sequences in sequences taken apart. */
    static List<Expression> parts(Expression expression) {
        if (expression instanceof Sequence sequence) {
            return sequence.parts().stream()
                    .flatMap(part -> parts(part).stream())
                    .toList();
        }
        if (expression instanceof Repeat repeat && repeat.least() == 1 && repeat.most() == 1) {
            return parts(repeat.body());
        }
        return List.of(expression);
    }

    /** Without what may be missing before the first part that may not, where the value is behind it. */
    static Expression withoutLead(Expression expression) {
        List<Expression> parts = parts(expression);
        int first = 0;
        while (first < parts.size() && isLead(parts.get(first)) && hasValue(expression)) {
            first++;
        }
        return new Sequence(List.copyOf(parts.subList(first, parts.size())));
    }

    private static boolean isLead(Expression part) {
        return part instanceof Repeat repeat && repeat.least() == 0 && !hasValue(repeat.body());
    }

    /**
     * The same with a bound for each repeat that has none: 8,192 units, or less where the whole would become longer
     * than 60,000 units.
     */
    static Expression bounded(Expression expression) {
        Expression bounded = expression;
        for (int bound : BOUNDS) {
            bounded = bounded(expression, bound);
            if (bounded.max() <= WINDOW_MAX) {
                break;
            }
        }
        return bounded;
    }

    private static Expression bounded(Expression expression, int bound) {
        if (expression instanceof Sequence sequence) {
            return new Sequence(
                    sequence.parts().stream().map(part -> bounded(part, bound)).toList());
        }
        if (expression instanceof Choice choice) {
            return new Choice(choice.options().stream()
                    .map(option -> bounded(option, bound))
                    .toList());
        }
        if (expression instanceof Value value) {
            return new Value(bounded(value.body(), bound));
        }
        return expression instanceof Repeat repeat ? bounded(repeat, bound) : expression;
    }

    private static Expression bounded(Repeat repeat, int bound) {
        boolean unit = repeat.body() instanceof Unit || repeat.body() instanceof Look;
        int share = repeat.most() <= FEW ? bound : Math.max(16, bound / BODY_SHARE);
        Expression body = unit ? repeat.body() : bounded(repeat.body(), share);
        int most = unit ? bound : Math.max(8, bound / BODY_SHARE);
        return new Repeat(
                body,
                repeat.least(),
                repeat.most() == Expression.UNBOUNDED ? Math.max(repeat.least(), most) : repeat.most(),
                repeat.greed() == Greed.POSSESSIVE ? Greed.GREEDY : repeat.greed());
    }
}
