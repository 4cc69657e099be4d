package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;

/**
 * Follows an expression from its start with all offsets at which its matches can be: bit {@code i} of a number stands
 * for the offset {@code i}. Looks and edges take no units and are passed over.
 */
final class OffsetWalk {

    private static final int REPEATS_MAX = Long.SIZE;

    private OffsetWalk() {}

    /** What a walk does at a unit. */
    @FunctionalInterface
    interface UnitStep {

        /** Where matches go on that have a unit of the set at some offsets; 0 where they are not followed further. */
        long behind(CharSet set, long offsets);
    }

    /** The offsets behind an expression that starts at some offsets. */
    static long walk(Expression expression, long offsets, UnitStep step) {
        if (offsets == 0) {
            return 0;
        }
        if (expression instanceof Unit unit) {
            return step.behind(unit.set(), offsets);
        }
        if (expression instanceof Value value) {
            return walk(value.body(), offsets, step);
        }
        if (expression instanceof Sequence sequence) {
            long at = offsets;
            for (Expression part : sequence.parts()) {
                at = walk(part, at, step);
            }
            return at;
        }
        if (expression instanceof Choice choice) {
            long after = 0;
            for (Expression option : choice.options()) {
                after |= walk(option, offsets, step);
            }
            return after;
        }
        return expression instanceof Repeat repeat ? repeat(repeat, offsets, step) : offsets;
    }

    private static long repeat(Repeat repeat, long offsets, UnitStep step) {
        long after = repeat.least() == 0 ? offsets : 0;
        long at = offsets;
        for (int count = 1; count <= Math.min(repeat.most(), REPEATS_MAX) && at != 0; count++) {
            at = walk(repeat.body(), at, step);
            after |= count >= repeat.least() ? at : 0;
        }
        return after;
    }
}
