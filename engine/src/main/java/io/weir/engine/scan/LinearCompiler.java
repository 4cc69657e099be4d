package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Edge;
import io.weir.engine.expression.Expression.Greed;
import io.weir.engine.expression.Expression.Look;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;
import io.weir.engine.scan.Step.AnyAround;
import io.weir.engine.scan.Step.Around;
import io.weir.engine.scan.Step.Border;
import io.weir.engine.scan.Step.Mark;
import io.weir.engine.scan.Step.Row;
import io.weir.engine.scan.Step.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns an expression into rows of runs, where that is possible: choices are multiplied out, in their order, and each
 * run must be deterministic, so that trying the rows one after the other finds just what backtracking finds.
 */
final class LinearCompiler {

    private static final int ALTERNATIVES_MAX = 48;
    private static final int UNROLLED_MAX = 6;

    private LinearCompiler() {}

    /** The matcher of an expression, or null where it needs backtracking. */
    static @Nullable LinearMatcher compile(Expression expression) {
        List<List<Step>> rows = rows(expression);
        if (rows == null || !rows.stream().allMatch(Determinism::holds)) {
            return null;
        }
        return new LinearMatcher(rows);
    }

    private static @Nullable List<List<Step>> rows(Expression expression) {
        if (expression instanceof Unit unit) {
            return one(new Run(unit.set(), 1, 1, Greed.GREEDY));
        }
        if (expression instanceof Value value) {
            List<List<Step>> start = product(one(new Mark(false)), rows(value.body()));
            return product(start, one(new Mark(true)));
        }
        if (expression instanceof Edge edge) {
            return one(new Border(edge.end()));
        }
        if (expression instanceof Look look) {
            Around around = around(look);
            return around == null ? null : one(around);
        }
        if (expression instanceof Repeat repeat) {
            return repeated(repeat);
        }
        if (expression instanceof Choice choice) {
            AnyAround looks = looks(choice);
            return looks == null
                    ? sum(choice.options().stream().map(LinearCompiler::rows).toList())
                    : one(looks);
        }
        List<List<Step>> rows = List.of(List.of());
        for (Expression part : ((Sequence) expression).parts()) {
            rows = product(rows, rows(part));
        }
        return rows;
    }

    private static @Nullable List<List<Step>> repeated(Repeat repeat) {
        boolean fixed = repeat.least() == repeat.most();
        if (repeat.body() instanceof Unit unit) {
            boolean lazy = repeat.greed() == Greed.LAZY && !fixed;
            return lazy ? null : one(new Run(unit.set(), repeat.least(), repeat.most(), repeat.greed()));
        }
        if (repeat.most() > UNROLLED_MAX || (repeat.greed() == Greed.POSSESSIVE && !fixed)) {
            return null;
        }
        if (repeat.greed() == Greed.POSSESSIVE
                && repeat.body().min() != repeat.body().max()) {
            return null;
        }
        List<List<List<Step>>> counts = new ArrayList<>();
        for (int count = repeat.least(); count <= repeat.most(); count++) {
            List<List<Step>> rows = List.of(List.of());
            for (int i = 0; i < count; i++) {
                rows = product(rows, rows(repeat.body()));
            }
            counts.add(repeat.greed() == Greed.LAZY ? counts.size() : 0, rows == null ? List.of() : rows);
            if (rows == null) {
                return null;
            }
        }
        return sum(counts);
    }

    private static List<List<Step>> one(Step step) {
        return List.of(List.of(step));
    }

    private static @Nullable List<List<Step>> sum(List<@Nullable List<List<Step>>> options) {
        List<List<Step>> sum = new ArrayList<>();
        for (List<List<Step>> option : options) {
            if (option == null || sum.size() + option.size() > ALTERNATIVES_MAX) {
                return null;
            }
            sum.addAll(option);
        }
        return sum;
    }

    private static @Nullable List<List<Step>> product(
            @Nullable List<List<Step>> left, @Nullable List<List<Step>> right) {
        if (left == null || right == null || left.size() * right.size() > ALTERNATIVES_MAX) {
            return null;
        }
        List<List<Step>> product = new ArrayList<>();
        for (List<Step> start : left) {
            for (List<Step> end : right) {
                List<Step> row = new ArrayList<>(start);
                row.addAll(end);
                product.add(row);
            }
        }
        return product;
    }

    private static @Nullable AnyAround looks(Choice choice) {
        List<Around> looks = new ArrayList<>();
        for (Expression option : choice.options()) {
            Around around = option instanceof Look look ? around(look) : null;
            if (around == null) {
                return null;
            }
            looks.add(around);
        }
        return new AnyAround(looks);
    }

    private static @Nullable Around around(Look look) {
        List<List<Step>> rows = rows(look.body());
        if (rows == null) {
            return null;
        }
        List<Row> fixed = new ArrayList<>();
        for (List<Step> row : rows) {
            List<CharSet> sets = new ArrayList<>();
            if (!unrolled(row, look.ahead(), sets)) {
                return null;
            }
            fixed.add(new Row(sets));
        }
        return new Around(fixed, look.ahead(), look.negative());
    }

    /** Writes a row out unit by unit; a run at the end of a look ahead needs only its least length. */
    private static boolean unrolled(List<Step> row, boolean ahead, List<CharSet> sets) {
        for (int i = 0; i < row.size(); i++) {
            boolean last = ahead && i == row.size() - 1;
            if (!(row.get(i) instanceof Run run) || (run.isVariable() && !last) || run.least() > UNROLLED_MAX) {
                return false;
            }
            for (int count = 0; count < run.least(); count++) {
                sets.add(run.set());
            }
        }
        return true;
    }
}
