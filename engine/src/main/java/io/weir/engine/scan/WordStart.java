package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Look;
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

    private static final CharSet ALNUM = CharSet.LETTERS.or(CharSet.DIGITS);

    private final Outline outline;
    private final int[] endings = new int[Outline.PLACES];
    private final boolean closed;
    private final boolean bounded;
    private final boolean digitFirst;
    private boolean other;

    WordStart(Expression expression, Outline outline) {
        this.outline = outline;
        for (int place = 0; place < Outline.PLACES; place++) {
            endings[place] = place < outline.told() ? WordEnding.kindsIn(outline.at(place)) : WordEnding.ALL_KINDS;
        }
        long undecided = OffsetWalk.walk(expression, 1L, this::lettersBefore);
        this.digitFirst = !other && undecided == 0;
        List<Expression> parts = Outline.parts(expression);
        this.bounded = parts.stream().takeWhile(part -> part.max() == 0).anyMatch(part -> excludes(part, false, ALNUM));
        this.closed = !parts.isEmpty() && excludes(parts.get(parts.size() - 1), true, CharSet.DIGITS);
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
        return !ALNUM.includes(outline.first());
    }

    /**
     * Fewest digits in a row behind so many letters; 1 where it cannot be said.
     *
     * @param leadIn units before the word, 0 or 1
     */
    int digitsMin(int leadIn, int letters) {
        int at = leadIn + letters;
        while (at < outline.told() && CharSet.DIGITS.includes(outline.at(at))) {
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
            if (outline.at(i).isDisjoint(CharSet.LETTERS)) {
                return 0;
            }
        }
        int at = start;
        while (at < Outline.PLACES && !outline.at(at).isDisjoint(CharSet.DIGITS)) {
            at++;
        }
        boolean ended = at < outline.told() || closed;
        return at == start ? 0 : ended && at - start < DIGITS_MAX ? at - start : DIGITS_MAX;
    }

    /**
     * Whether so many digits behind so many letters may be followed by a kind of unit.
     *
     * @param leadIn units before the word, 0 or 1
     */
    boolean mayEndIn(int leadIn, int letters, int digits, int kind) {
        int at = leadIn + letters + digits;
        return at >= Outline.PLACES || (endings[at] >>> kind & 1) != 0;
    }

    // A sign among the letters, but for the first unit, is another start.
    private long lettersBefore(CharSet set, long offsets) {
        if (CharSet.DIGITS.includes(set)) {
            return 0;
        }
        boolean sign = !ALNUM.includes(set);
        other |= sign && (offsets & ~1L) != 0;
        long after = offsets << 1;
        other |= after >>> (LETTERS_MAX + 1) != 0;
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
                && Outline.singles(look.body()).includes(set);
    }
}
