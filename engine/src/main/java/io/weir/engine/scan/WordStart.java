package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Look;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;
import java.util.List;

/**
 * How a word with digits must start for an expression to fit there: so many letters, then so many digits. It says more
 * rather than less than the truth. One expression an instance.
 */
final class WordStart {

    /** Most letters before the first digit. */
    static final int LETTERS_MAX = 12;

    /** Longest run of digits that is told apart from longer ones. */
    static final int DIGITS_MAX = 32;

    private static final int UNITS_MAX = LETTERS_MAX + DIGITS_MAX + 2;
    private static final long UNITS_MASK = (1L << UNITS_MAX) - 1;
    private static final CharSet ALNUM = CharSet.LETTERS.or(CharSet.DIGITS);

    private final CharSet[] sets = new CharSet[UNITS_MAX];
    private final int sure;
    private final boolean closed;
    private final List<Expression> parts;
    private final boolean bounded;
    private final boolean digitFirst;
    private boolean other;

    WordStart(Expression expression) {
        java.util.Arrays.fill(sets, new CharSet(0, 0, false, ""));
        fill(expression, 1L);
        long undecided = withoutDigit(expression, 1L);
        this.digitFirst = !other && undecided == 0;
        this.sure = Math.min(UNITS_MAX, expression.min());
        this.parts = expression instanceof Sequence sequence ? sequence.parts() : List.of(expression);
        this.bounded = parts.stream().takeWhile(part -> part.max() == 0).anyMatch(part -> excludes(part, false, ALNUM));
        this.closed = !parts.isEmpty() && excludes(parts.get(parts.size() - 1), true, CharSet.DIGITS);
    }

    /** What never stands right before a match. */
    CharSet notBefore() {
        for (Expression part : parts) {
            if (part instanceof Look look && !look.ahead() && look.negative()) {
                return singles(look.body());
            }
            if (part.max() > 0) {
                break;
            }
        }
        return new CharSet(0, 0, false, "");
    }

    /** What a match may start with. */
    CharSet first() {
        return sets[0];
    }

    /** Whether the expression fits at starts of words only. */
    boolean isBounded() {
        return bounded;
    }

    /** Whether the expression must have a digit early enough to be found by it, and only letters before it. */
    boolean hasDigit() {
        return digitFirst;
    }

    /** Whether the expression may start one unit before the word: with a bracket, a sign. */
    boolean hasLeadIn() {
        return !ALNUM.includes(sets[0]);
    }

    /**
     * Fewest digits in a row behind so many letters; 1 where it cannot be said.
     *
     * @param leadIn units before the word, 0 or 1
     */
    int digitsMin(int leadIn, int letters) {
        int at = leadIn + letters;
        while (at < sure && CharSet.DIGITS.includes(sets[at])) {
            at++;
        }
        return Math.max(1, at - letters - leadIn);
    }

    /**
     * Most digits in a row behind so many letters, 0 where none can stand there.
     *
     * @param leadIn units before the word, 0 or 1
     */
    int digitsMax(int leadIn, int letters) {
        int start = leadIn + letters;
        for (int i = leadIn; i < start; i++) {
            if (sets[i].isDisjoint(CharSet.LETTERS)) {
                return 0;
            }
        }
        int at = start;
        while (at < UNITS_MAX && !sets[at].isDisjoint(CharSet.DIGITS)) {
            at++;
        }
        boolean ended = at < sure || closed;
        return at == start ? 0 : ended && at - start < DIGITS_MAX ? at - start : DIGITS_MAX;
    }

    /**
     * Whether so many digits behind so many letters may be followed by a kind of unit.
     *
     * @param leadIn units before the word, 0 or 1
     */
    boolean mayEndIn(int leadIn, int letters, int digits, int kind) {
        int at = leadIn + letters + digits;
        return at >= sure || at >= UNITS_MAX || WordEnding.isPossible(sets[at], kind);
    }

    /**
     * How far matches can be that began at some offsets and have had letters only so far; a sign between them, but for
     * the first unit, is noted as another start.
     */
    private long withoutDigit(Expression expression, long offsets) {
        if (offsets == 0) {
            return 0;
        }
        if (expression instanceof Unit unit) {
            return CharSet.DIGITS.includes(unit.set()) ? 0 : letterAt(unit.set(), offsets);
        }
        if (expression instanceof Value value) {
            return withoutDigit(value.body(), offsets);
        }
        if (expression instanceof Sequence sequence) {
            long at = offsets;
            for (Expression part : sequence.parts()) {
                at = withoutDigit(part, at);
            }
            return at;
        }
        if (expression instanceof Choice choice) {
            long after = 0;
            for (Expression option : choice.options()) {
                after |= withoutDigit(option, offsets);
            }
            return after;
        }
        return expression instanceof Repeat repeat ? repeatWithoutDigit(repeat, offsets) : offsets;
    }

    private long letterAt(CharSet set, long offsets) {
        boolean sign = !ALNUM.includes(set);
        other |= sign && (offsets & ~1L) != 0;
        long after = offsets << 1;
        other |= after >>> (LETTERS_MAX + 1) != 0;
        return after;
    }

    private long repeatWithoutDigit(Repeat repeat, long offsets) {
        long after = repeat.least() == 0 ? offsets : 0;
        long at = offsets;
        for (int count = 1; count <= Math.min(repeat.most(), LETTERS_MAX + 2) && at != 0; count++) {
            at = withoutDigit(repeat.body(), at);
            after |= count >= repeat.least() ? at : 0;
        }
        return after;
    }

    private long fill(Expression expression, long offsets) {
        if (expression instanceof Unit unit) {
            for (int i = 0; i < UNITS_MAX; i++) {
                if ((offsets >>> i & 1) != 0) {
                    sets[i] = sets[i].or(unit.set());
                }
            }
            return offsets << 1 & UNITS_MASK;
        }
        if (expression instanceof Value value) {
            return fill(value.body(), offsets);
        }
        if (expression instanceof Sequence sequence) {
            long at = offsets;
            for (Expression part : sequence.parts()) {
                at = fill(part, at);
            }
            return at;
        }
        if (expression instanceof Choice choice) {
            long after = 0;
            for (Expression option : choice.options()) {
                after |= fill(option, offsets);
            }
            return after;
        }
        return expression instanceof Repeat repeat ? fillRepeat(repeat, offsets) : offsets;
    }

    private long fillRepeat(Repeat repeat, long offsets) {
        long after = repeat.least() == 0 ? offsets : 0;
        long at = offsets;
        for (int count = 1; count <= Math.min(repeat.most(), UNITS_MAX) && at != 0; count++) {
            at = fill(repeat.body(), at);
            after |= count >= repeat.least() ? at : 0;
        }
        return after;
    }

    /** Whether a look refuses each unit of a set on its side. */
    private static boolean excludes(Expression part, boolean ahead, CharSet set) {
        if (part instanceof Choice choice && !ahead) {
            return choice.options().stream().anyMatch(option -> excludes(option, false, set));
        }
        return part instanceof Look look
                && look.ahead() == ahead
                && look.negative()
                && singles(look.body()).includes(set);
    }

    private static CharSet singles(Expression body) {
        if (body instanceof Unit unit) {
            return unit.set();
        }
        CharSet all = new CharSet(0, 0, false, "");
        if (body instanceof Choice choice) {
            for (Expression option : choice.options()) {
                all = option instanceof Unit unit ? all.or(unit.set()) : all;
            }
        }
        return all;
    }
}
