package io.weir.engine.expression;

import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Look;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Word boundaries as looks around. Where the neighbor in the expression says enough, one look will do. */
final class WordBoundary {

    private static final Look WORD_BEHIND = look(false, false);
    private static final Look WORD_AHEAD = look(true, false);
    private static final Look NO_WORD_BEHIND = look(false, true);
    private static final Look NO_WORD_AHEAD = look(true, true);

    /** A boundary: {@code \b}. */
    static final Expression ANY = new Choice(List.of(
            new Sequence(List.of(NO_WORD_BEHIND, WORD_AHEAD)), new Sequence(List.of(WORD_BEHIND, NO_WORD_AHEAD))));

    /** No boundary: {@code \B}. */
    static final Expression NONE = new Choice(List.of(
            new Sequence(List.of(NO_WORD_BEHIND, NO_WORD_AHEAD)), new Sequence(List.of(WORD_BEHIND, WORD_AHEAD))));

    private WordBoundary() {}

    private static Look look(boolean ahead, boolean negative) {
        return new Look(new Unit(CharSet.WORD), ahead, negative);
    }

    /** The parts of a sequence, with one look for each boundary beside a known kind of unit. */
    static List<Expression> settle(List<Expression> parts) {
        List<Expression> settled = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Expression before = i == 0 ? null : parts.get(i - 1);
            Expression behind = i + 1 == parts.size() ? null : parts.get(i + 1);
            settled.add(parts.get(i) == ANY ? settled(before, behind) : parts.get(i));
        }
        return List.copyOf(settled);
    }

    private static Expression settled(@Nullable Expression before, @Nullable Expression behind) {
        CharSet first = behind == null ? null : edge(behind, true);
        if (first != null && CharSet.WORD.includes(first)) {
            return NO_WORD_BEHIND;
        }
        CharSet last = before == null ? null : edge(before, false);
        if (last != null && CharSet.WORD.includes(last)) {
            return NO_WORD_AHEAD;
        }
        if (first != null && first.isDisjoint(CharSet.WORD)) {
            return WORD_BEHIND;
        }
        return last != null && last.isDisjoint(CharSet.WORD) ? WORD_AHEAD : ANY;
    }

    /** Units that an expression starts or ends with; null where it may be empty or this cannot be said. */
    private static @Nullable CharSet edge(Expression expression, boolean first) {
        if (expression instanceof Unit unit) {
            return unit.set();
        }
        if (expression instanceof Value value) {
            return edge(value.body(), first);
        }
        if (expression instanceof Repeat repeat) {
            return repeat.least() == 0 ? null : edge(repeat.body(), first);
        }
        if (expression instanceof Sequence sequence) {
            List<Expression> parts = sequence.parts();
            return parts.isEmpty() ? null : edge(parts.get(first ? 0 : parts.size() - 1), first);
        }
        if (!(expression instanceof Choice choice)) {
            return null;
        }
        CharSet all = CharSet.NONE;
        for (Expression option : choice.options()) {
            CharSet edge = edge(option, first);
            if (edge == null) {
                return null;
            }
            all = all.or(edge);
        }
        return all;
    }
}
