package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Look;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which units a match of an expression may have at each of its first places, and right before it. It says more rather
 * than less than the truth, and says it much more cheaply than a try. Immutable and safe to share.
 */
final class Outline {

    /** How many places are told. */
    static final int PLACES = 46;

    private static final long PLACES_MASK = (1L << PLACES) - 1;
    private static final int CHECKS_MAX = 4;
    private static final CharSet NONE = new CharSet(0, 0, false, "");
    private static final CharSet BLANKS = new CharSet((1L << (' ' + 1)) - 1, 0, false, "");

    private final CharSet[] sets = new CharSet[PLACES];
    private final CharSet notBefore;
    private final int told;
    private final int[] checkedPlaces;
    private final CharSet[] checkedSets;

    Outline(Expression expression) {
        Arrays.fill(sets, NONE);
        OffsetWalk.walk(expression, 1L, this::add);
        this.notBefore = notBefore(parts(expression));
        this.told = Math.min(unitsBeforePairs(), expression.min());
        this.checkedPlaces = IntStream.range(1, told)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(place -> frequency(sets[place]))
                        .thenComparing(Comparator.reverseOrder()))
                .limit(CHECKS_MAX)
                .mapToInt(Integer::intValue)
                .toArray();
        this.checkedSets =
                Arrays.stream(checkedPlaces).mapToObj(place -> sets[place]).toArray(CharSet[]::new);
    }

    private long add(CharSet set, long offsets) {
        for (int place = 0; place < PLACES; place++) {
            if ((offsets >>> place & 1) != 0) {
                sets[place] = sets[place].or(set);
            }
        }
        return offsets << 1 & PLACES_MASK;
    }

    // Behind a unit that may be a pair of surrogates the places are no longer known.
    private int unitsBeforePairs() {
        int place = 0;
        while (place < PLACES && !sets[place].others() && sets[place].named().isEmpty()) {
            place++;
        }
        return Math.min(PLACES, place + 1);
    }

    // How often units of a set stand in a text, roughly: small letters are most of it.
    private static int frequency(CharSet set) {
        int frequency = 0;
        for (char unit = 0; unit < 128; unit++) {
            if (set.contains(unit)) {
                frequency += unit >= 'a' && unit <= 'z' ? 4 : unit == ' ' || (unit >= '0' && unit <= '9') ? 3 : 1;
            }
        }
        return frequency;
    }

    /** How many places each match has that are told; of those behind them nothing is known. */
    int told() {
        return told;
    }

    /** What a match may have at a place. */
    CharSet at(int place) {
        return sets[place];
    }

    /** The place that tells most often that no match is there, outside of some; -1 where none does. */
    int telling(int from, int to) {
        for (int place : checkedPlaces) {
            if (place < from || place >= to) {
                return place;
            }
        }
        return -1;
    }

    /** What matches may have at their first places, of those that are as long; all units where it is not known. */
    CharSet before(int place) {
        if (place > unitsBeforePairs()) {
            return NONE.not();
        }
        return Arrays.stream(sets, 0, place).reduce(NONE, CharSet::or);
    }

    /** How many units in a row each match has, at least, that are no blanks, ends of lines or controls. */
    int solid() {
        int longest = 0;
        int solid = 0;
        for (int place = 0; place < told; place++) {
            solid = sets[place].isDisjoint(BLANKS) ? solid + 1 : 0;
            longest = Math.max(longest, solid);
        }
        return longest;
    }

    /** What a match may start with. */
    CharSet first() {
        return sets[0];
    }

    /** What never stands right before a match. */
    CharSet notBefore() {
        return notBefore;
    }

    /** Whether a match may have the units of a literal, in lower case, from a place on. */
    boolean mayHave(String literal, int place) {
        for (int i = 0; i < literal.length() && place + i < told; i++) {
            char unit = literal.charAt(i);
            char capital = unit >= 'a' && unit <= 'z' ? (char) (unit - 32) : unit;
            if (!sets[place + i].contains(unit) && !sets[place + i].contains(capital)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a match may start at a place of a text. */
    boolean mayStartAt(TextView text, int at) {
        char[] units = text.units;
        if (at >= text.length || !sets[0].contains(units[at])) {
            return false;
        }
        if (at > 0 && notBefore.contains(units[at - 1])) {
            return false;
        }
        for (int i = 0; i < checkedPlaces.length; i++) {
            int place = at + checkedPlaces[i];
            if (place >= text.length || !checkedSets[i].contains(units[place])) {
                return false;
            }
        }
        return true;
    }

    static List<Expression> parts(Expression expression) {
        return expression instanceof Sequence sequence ? sequence.parts() : List.of(expression);
    }

    private static CharSet notBefore(List<Expression> parts) {
        return parts.stream()
                .takeWhile(part -> part.max() == 0)
                .map(Outline::refusedBefore)
                .reduce(NONE, CharSet::or);
    }

    /** The units right before a place where a look behind cannot hold, or none of several. */
    private static CharSet refusedBefore(Expression part) {
        if (part instanceof Choice choice) {
            return choice.options().stream()
                    .map(Outline::refusedBefore)
                    .reduce(CharSet::and)
                    .orElse(NONE);
        }
        if (!(part instanceof Look look) || look.ahead()) {
            return NONE;
        }
        return look.negative() ? singles(look.body()) : allBut(parts(look.body()));
    }

    private static CharSet allBut(List<Expression> behind) {
        Expression last = behind.isEmpty() ? null : behind.get(behind.size() - 1);
        return last instanceof Unit unit && unit.set().named().isEmpty()
                ? unit.set().not()
                : NONE;
    }

    /** The units that a look has as options of their own. */
    static CharSet singles(Expression body) {
        if (body instanceof Unit unit) {
            return unit.set();
        }
        CharSet all = NONE;
        if (body instanceof Choice choice) {
            for (Expression option : choice.options()) {
                all = option instanceof Unit unit ? all.or(unit.set()) : all;
            }
        }
        return all;
    }
}
