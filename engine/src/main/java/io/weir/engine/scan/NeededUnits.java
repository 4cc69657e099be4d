package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;
import java.util.BitSet;

/** The units of ASCII that each match of an expression has somewhere, in lower case. */
final class NeededUnits {

    private static final int ASCII = 128;

    private NeededUnits() {}

    /** The units, as a new set of their codes. */
    static BitSet of(Expression expression) {
        if (expression instanceof Unit unit) {
            return only(unit.set());
        }
        if (expression instanceof Value value) {
            return of(value.body());
        }
        if (expression instanceof Repeat repeat && repeat.least() > 0) {
            return of(repeat.body());
        }
        BitSet needed = new BitSet(ASCII);
        if (expression instanceof Sequence sequence) {
            sequence.parts().forEach(part -> needed.or(of(part)));
        } else if (expression instanceof Choice choice) {
            needed.set(0, ASCII);
            choice.options().forEach(option -> needed.and(of(option)));
        }
        return needed;
    }

    /** The unit of a set that has no other one, letter case aside. */
    private static BitSet only(CharSet set) {
        BitSet units = new BitSet(ASCII);
        for (char unit = 0; unit < ASCII; unit++) {
            if (set.contains(unit)) {
                units.set(unit >= 'A' && unit <= 'Z' ? unit + ('a' - 'A') : unit);
            }
        }
        if (units.cardinality() != 1 || !set.isAscii()) {
            units.clear();
        }
        return units;
    }
}
