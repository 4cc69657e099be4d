package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Look;
import java.util.Set;

/**
 * Whether an expression fits at the start of a word with digits only, and how far before it. One expression an
 * instance.
 */
final class WordStart {

    /** Letters and digits of ASCII: the units of words. */
    static final CharSet ALNUM = CharSet.LETTERS.or(CharSet.DIGITS);

    /** Most letters before the first digit. */
    static final int LETTERS_MAX = 12;

    private final Expression expression;
    private final boolean leadIn;
    private final boolean bounded;
    private final boolean digitFirst;
    private boolean other;

    WordStart(Expression expression, Outline outline) {
        this.expression = expression;
        long undecided = OffsetWalk.walk(expression, 1L, this::lettersBefore);
        this.digitFirst = !other && undecided == 0;
        this.bounded = Outline.parts(expression).stream()
                .takeWhile(part -> part.max() == 0)
                .anyMatch(WordStart::excludesWord);
        this.leadIn = !ALNUM.includes(outline.first());
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
        return leadIn;
    }

    /**
     * How the expression begins where it fits at starts of words only, with a digit or without; empty where it cannot
     * be told.
     */
    Set<String> beginnings() {
        return bounded && !digitFirst ? LetterWords.beginnings(expression) : Set.of();
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

    /** Whether a look behind refuses each unit of a word. */
    private static boolean excludesWord(Expression part) {
        if (part instanceof Choice choice) {
            return choice.options().stream().anyMatch(WordStart::excludesWord);
        }
        return part instanceof Look look
                && !look.ahead()
                && look.negative()
                && Outline.singles(look.body()).includes(ALNUM);
    }
}
