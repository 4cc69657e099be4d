package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.rule.Name;
import io.weir.engine.rule.Rule;
import io.weir.engine.rule.Shape;
import org.jspecify.annotations.Nullable;

/** A rule as the scanner runs it. Immutable and safe to share. */
sealed interface RuleProgram {

    Rule rule();

    /** Its place among all programs. */
    int number();

    /** What finds the value. */
    ValueMatcher value();

    /**
     * A value that is told by its own form.
     *
     * @param length units of a match, at most
     * @param first what a match may start with
     * @param notBefore what never stands right before a match
     * @param least units from the start of a match to its literal, at least
     * @param most units from the start of a match to its literal, at most
     * @param run the units before the literal where they are one run; null where they are not
     * @param leadIn whether a match that is found by a word may start one unit before it
     */
    record Written(
            Rule rule,
            int number,
            ValueMatcher value,
            int length,
            CharSet first,
            CharSet notBefore,
            int least,
            int most,
            @Nullable CharSet run,
            boolean leadIn)
            implements RuleProgram {

        boolean canStartAt(TextView text, int at) {
            return at < text.length
                    && first.contains(text.units[at])
                    && (at == 0 || !notBefore.contains(text.units[at - 1]));
        }
    }

    /** A value that is told by the name it is given to. */
    record Assigned(
            Rule rule,
            int number,
            Shape.Assigned shape,
            WordSet words,
            WordSet stopNames,
            ValueMatcher value,
            ValueMatcher whole)
            implements RuleProgram {}

    /**
     * A value that is told by a name before it.
     *
     * @param first what a value may start with
     */
    record Near(
            Rule rule,
            int number,
            Shape.Near shape,
            WordSet words,
            CharSet first,
            ValueMatcher value,
            ValueMatcher whole)
            implements RuleProgram {}

    /**
     * A literal that the automaton looks for, and what it is for.
     *
     * @param length of the literal
     * @param program what to try where it stands; null for a context word
     * @param name the name that it spells; null where it spells none
     * @param word number of the context word; -1 where it is none
     */
    record Trigger(
            int length,
            @Nullable RuleProgram program,
            @Nullable Name name,
            int word) {}
}
