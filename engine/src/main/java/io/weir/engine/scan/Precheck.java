package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.scan.RuleProgram.Assigned;
import io.weir.engine.scan.RuleProgram.Near;
import io.weir.engine.scan.RuleProgram.Trigger;
import io.weir.engine.scan.RuleProgram.Written;
import org.jspecify.annotations.Nullable;

/**
 * What can be told at once of a program that a literal stands for: mostly, that it finds nothing. It says more rather
 * than less than the truth. Immutable and safe to share.
 *
 * @param needs traits that a text must have for the program to find anything in it, as bits of
 *     {@link ScanMemory#traits}
 * @param solid units in a row without a blank that a text must have
 * @param place units from the end of the literal to a unit that a match has behind it, or with a negative sign before
 *     it
 * @param set what stands at that place in each match; null where no such place is known
 */
record Precheck(long needs, int solid, int place, @Nullable CharSet set) {

    /**
     * The trait of texts with a context word, in them or in their key. Units have the bits of their classes, from 1 on.
     */
    static final long CONTEXT = 1;

    /** A check that is always passed. */
    static final Precheck NONE = new Precheck(0, 0, 0, null);

    /** The check of a program where a literal of it stands. */
    static Precheck of(RuleProgram program, Trigger trigger, Automaton automaton) {
        long needs = program.rule().context().required() ? CONTEXT : 0;
        if (program instanceof Assigned assigned) {
            return new Precheck(needs, assigned.outline().solid(), 0, null);
        }
        if (program instanceof Near near) {
            needs |= units(near.shape().value().expression(), automaton);
            return new Precheck(needs, near.outline().solid(), 0, null);
        }
        Written written = (Written) program;
        Outline outline = written.outline();
        needs |= units(written.shape().expression(), automaton);
        int place = trigger.least() < trigger.most()
                ? -1
                : outline.telling(trigger.least(), trigger.least() + trigger.length());
        return place < 0
                ? new Precheck(needs, outline.solid(), 0, null)
                : new Precheck(needs, outline.solid(), place - trigger.least() - trigger.length(), outline.at(place));
    }

    private static long units(Expression expression, Automaton automaton) {
        return NeededUnits.of(expression).stream()
                .mapToLong(unit -> automaton.trait((char) unit))
                .reduce(0, (left, right) -> left | right);
    }

    /** Whether the program may find something where its literal ends. */
    boolean mayFit(ScanMemory memory, int end) {
        return (memory.traits & needs) == needs && memory.solid >= solid && mayStand(memory.text, end);
    }

    /** Whether the unit stands in its place that tells of a match. */
    boolean mayStand(TextView text, int end) {
        int at = end + place;
        return set == null || (at >= 0 && at < text.length && set.contains(text.units[at]));
    }
}
