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
     * @param shape of the rule
     * @param length units of a match, at most
     * @param outline of a match
     * @param run the units before the literal where they are one run; null where they are not
     * @param runStart whether a match starts where that run does, and nowhere in it
     * @param reach units from the start of a match to what it is found by, as its rule says
     */
    record Written(
            Rule rule,
            int number,
            Shape.Written shape,
            ValueMatcher value,
            int length,
            Outline outline,
            @Nullable CharSet run,
            boolean runStart,
            int reach)
            implements RuleProgram {}

    /**
     * A value that is told by the name it is given to.
     *
     * @param outline of a value in a text
     */
    record Assigned(
            Rule rule,
            int number,
            Shape.Assigned shape,
            WordSet words,
            WordSet stopNames,
            Outline outline,
            ValueMatcher value,
            ValueMatcher whole)
            implements RuleProgram {}

    /**
     * A value that is told by a name before it.
     *
     * @param outline of a value
     */
    record Near(
            Rule rule,
            int number,
            Shape.Near shape,
            WordSet words,
            Outline outline,
            ValueMatcher value,
            ValueMatcher whole)
            implements RuleProgram {}

    /**
     * A literal that the automaton looks for, and what it is for.
     *
     * @param length of the literal
     * @param program what to try where it stands; null for a context word and where it shows a word
     * @param name the name that it spells; null where it spells none
     * @param word number of the context word; -1 where it is none
     * @param least units from the start of a match to the literal, at least
     * @param most units from the start of a match to the literal, at most
     * @param precheck whether to try the program at all
     */
    record Trigger(
            int length,
            @Nullable RuleProgram program,
            @Nullable Name name,
            int word,
            int least,
            int most,
            Precheck precheck) {

        static Trigger ofContext(int length, int word) {
            return new Trigger(length, null, null, word, 0, 0, Precheck.NONE);
        }

        /** A literal that shows where a word starts which a match may begin with. */
        static Trigger ofWord(int length) {
            return new Trigger(length, null, null, -1, 0, 0, Precheck.NONE);
        }

        static Trigger ofName(int length, RuleProgram program, Name name) {
            return new Trigger(length, program, name, -1, 0, 0, Precheck.NONE);
        }

        static Trigger ofLiteral(int length, Written program, int least, int most) {
            return new Trigger(length, program, null, -1, least, most, Precheck.NONE);
        }

        /** The same with the check that its program allows. */
        Trigger checkedBy(Automaton automaton) {
            return program == null
                    ? this
                    : new Trigger(length, program, name, word, least, most, Precheck.of(program, this, automaton));
        }
    }
}
