package io.weir.engine.scan;

import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Edge;
import io.weir.engine.expression.Expression.Look;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;
import io.weir.engine.rule.Words;
import io.weir.engine.scan.RuleProgram.Assigned;
import io.weir.engine.scan.RuleProgram.Near;
import io.weir.engine.scan.RuleProgram.Trigger;
import io.weir.engine.scan.RuleProgram.Written;
import java.util.List;

/**
 * How far around its place a search may look. Where all of that is the same, the same is found. It says more rather
 * than less than the truth.
 *
 * @param before units before the place
 * @param behind units from the place on
 */
record Surroundings(int before, int behind) {

    /** Those of a search that looks at nothing. */
    static final Surroundings NONE = new Surroundings(0, 0);

    private static final int PAIR = 2;

    /** What is in either. */
    Surroundings or(Surroundings that) {
        return new Surroundings(Math.max(before, that.before), Math.max(behind, that.behind));
    }

    private Surroundings and(int moreBefore, int moreBehind) {
        return new Surroundings(sum(before, moreBefore), sum(behind, moreBehind));
    }

    /** Those of a program where a literal of it ends. */
    static Surroundings ofLiteral(Trigger trigger, Surroundings context) {
        RuleProgram program = trigger.program();
        if (program instanceof Written written) {
            return ofMatch(written, context).and(trigger.length() + trigger.most(), 0);
        }
        int name = trigger.length() + Words.NAME_REACH + SeparatorReader.REACH_BEFORE;
        if (program instanceof Assigned assigned) {
            return of(assigned.shape().value().expression(), context)
                    .and(name, assigned.shape().tail() + SeparatorReader.REACH_BEHIND);
        }
        return program instanceof Near near
                ? of(near.shape().value().expression(), context)
                        .and(name, near.shape().within())
                : NONE;
    }

    /** Those of a program where its match begins. */
    static Surroundings ofMatch(Written program, Surroundings context) {
        return of(program.shape().expression(), context);
    }

    /** Those of a match of an expression where it begins. */
    static Surroundings of(Expression expression, Surroundings context) {
        return context.and(unitsBefore(expression), units(expression));
    }

    /** The units that looks may go back from any place of a match, at most. */
    private static int unitsBefore(Expression expression) {
        if (expression instanceof Look look) {
            return Math.max(look.ahead() ? 0 : units(look.body()), unitsBefore(look.body()));
        }
        int most = expression instanceof Edge ? 1 : 0;
        for (Expression part : parts(expression)) {
            most = Math.max(most, unitsBefore(part));
        }
        return most;
    }

    /** The units from the start of a match on that it and its looks may reach, at most. */
    private static int units(Expression expression) {
        if (expression instanceof Unit unit) {
            return unit.set().isAscii() ? 1 : PAIR;
        }
        if (expression instanceof Repeat repeat) {
            return (int) Math.min(Integer.MAX_VALUE, (long) units(repeat.body()) * repeat.most());
        }
        int all = expression instanceof Edge ? 1 : 0;
        for (Expression part : parts(expression)) {
            all = expression instanceof Choice ? Math.max(all, units(part)) : sum(all, units(part));
        }
        return all;
    }

    private static List<Expression> parts(Expression expression) {
        if (expression instanceof Sequence sequence) {
            return sequence.parts();
        }
        if (expression instanceof Choice choice) {
            return choice.options();
        }
        if (expression instanceof Repeat repeat) {
            return List.of(repeat.body());
        }
        if (expression instanceof Value value) {
            return List.of(value.body());
        }
        return expression instanceof Look look ? List.of(look.body()) : List.of();
    }

    private static int sum(int left, int right) {
        return (int) Math.min(Integer.MAX_VALUE, (long) left + right);
    }
}
