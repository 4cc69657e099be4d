package io.weir.engine.scan;

import io.weir.engine.scan.RuleProgram.Trigger;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What ends in a state of the automaton. Immutable and safe to share. */
final class Ending {

    /** Those that stand for a context word. */
    final Trigger[] words;

    /** Those that have a program tried. */
    final Trigger[] tries;

    /** Whether it shows a word without a digit, or a sign, that a match may begin with. */
    final boolean startsWord;

    /** Those of them that look too far for {@link Echoes}. */
    final Trigger[] farTries;

    /** How far around its end the others look. */
    final Surroundings around;

    private final @Nullable Precheck only;
    private final long needs;
    private final int solid;

    private Ending(Trigger[] triggers, Surroundings context) {
        this.words = those(triggers, trigger -> trigger.word() >= 0);
        this.tries = those(triggers, trigger -> trigger.program() != null);
        this.startsWord = tries.length + words.length < triggers.length;
        this.farTries = those(tries, trigger -> !Echoes.mayTell(Surroundings.ofLiteral(trigger, context)));
        this.around = Arrays.stream(tries)
                .map(trigger -> Surroundings.ofLiteral(trigger, context))
                .filter(Echoes::mayTell)
                .reduce(Surroundings.NONE, Surroundings::or);
        this.only = tries.length == 1 ? tries[0].precheck() : null;
        this.needs = Arrays.stream(tries)
                .mapToLong(trigger -> trigger.precheck().needs())
                .reduce(-1, (left, right) -> left & right);
        this.solid = Arrays.stream(tries)
                .mapToInt(trigger -> trigger.precheck().solid())
                .min()
                .orElse(0);
    }

    private static Trigger[] those(Trigger[] triggers, Predicate<Trigger> wanted) {
        return Arrays.stream(triggers).filter(wanted).toArray(Trigger[]::new);
    }

    /**
     * What ends in each of the states in which something does, from the first of them on.
     *
     * @param context how far around a value context words matter
     */
    static Ending[] all(Automaton automaton, Trigger[] triggers, Surroundings context) {
        Ending[] endings = new Ending[automaton.outputCount()];
        for (int i = 0; i < endings.length; i++) {
            endings[i] = new Ending(
                    Arrays.stream(automaton.endingIn(automaton.firstOutput() + i))
                            .mapToObj(number -> triggers[number])
                            .toArray(Trigger[]::new),
                    context);
        }
        return endings;
    }

    /** Whether any of the programs may find something where the literal ends: told of one alone. */
    boolean mayStand(TextView text, int end) {
        return only == null ? tries.length > 0 : only.mayStand(text, end);
    }

    /** Whether a text holds what each of the programs needs. */
    boolean mayFit(ScanMemory memory) {
        return (memory.traits & needs) == needs && memory.solid >= solid;
    }
}
