package io.weir.engine.expression;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A set of UTF-16 units: any of ASCII, and of the others all, none or a few. Immutable.
 *
 * @param low bits of the units 0 to 63
 * @param high bits of the units 64 to 127
 * @param others whether all units from 128 on belong to it
 * @param named those of the others that do, where not all do
 */
public record CharSet(long low, long high, boolean others, String named) {

    /** The digits 0 to 9. */
    public static final CharSet DIGITS = range('0', '9');

    /** The letters of ASCII. */
    public static final CharSet LETTERS = range('a', 'z').or(range('A', 'Z'));

    /** What {@code \w} stands for: letters, digits and the low line of ASCII. */
    public static final CharSet WORD = LETTERS.or(DIGITS).or(single('_'));

    /** What {@code \s} stands for. */
    public static final CharSet SPACE = range('\t', '\r').or(single(' '));

    /** What a dot stands for: everything but the ends of lines that java.util.regex knows. */
    public static final CharSet DOT = new CharSet(~((1L << '\n') | (1L << '\r')), -1L, true, "");

    static final CharSet NONE = new CharSet(0, 0, false, "");

    /** The set of one unit. */
    public static CharSet single(char unit) {
        return range(unit, unit);
    }

    static CharSet range(char first, char last) {
        long low = 0;
        long high = 0;
        StringBuilder named = new StringBuilder();
        for (int c = first; c <= last; c++) {
            if (c < 64) {
                low |= 1L << c;
            } else if (c < 128) {
                high |= 1L << (c - 64);
            } else {
                named.append((char) c);
            }
        }
        return new CharSet(low, high, false, named.toString());
    }

    /** Whether a unit belongs to it. */
    public boolean contains(char unit) {
        if (unit < 128) {
            // A shift counts by its lowest six bits alone.
            return ((unit < 64 ? low : high) >>> unit & 1) != 0;
        }
        return others || named.indexOf(unit) >= 0;
    }

    /** What belongs to either. */
    public CharSet or(CharSet that) {
        boolean all = others || that.others;
        return new CharSet(low | that.low, high | that.high, all, all ? "" : named + that.named);
    }

    /** What belongs to both. */
    public CharSet and(CharSet that) {
        String both = others ? that.named : that.others ? named : common(named, that.named);
        return new CharSet(low & that.low, high & that.high, others && that.others, both);
    }

    /** Everything else. Where a few units beyond ASCII are named they count as belonging to both. */
    public CharSet not() {
        return new CharSet(~low, ~high, !others, "");
    }

    CharSet ignoringCase() {
        long letters = high & 0x07FF_FFFE_07FF_FFFEL;
        long folded = letters | (letters << 32) | (letters >>> 32);
        return new CharSet(low, high | folded, others, named);
    }

    /** Whether no unit belongs to both. */
    public boolean isDisjoint(CharSet that) {
        if ((low & that.low) != 0 || (high & that.high) != 0 || (others && that.others)) {
            return false;
        }
        return (named.isEmpty() && that.named.isEmpty()) || and(that).isEmpty();
    }

    /** Whether all that belongs to that belongs to this. */
    public boolean includes(CharSet that) {
        boolean beyond = others || (!that.others && common(that.named, named).length() == that.named.length());
        return (that.low & ~low) == 0 && (that.high & ~high) == 0 && beyond;
    }

    /** Whether no unit beyond ASCII belongs to it. */
    public boolean isAscii() {
        return !others && named.isEmpty();
    }

    /** Whether no unit belongs to it. */
    public boolean isEmpty() {
        return low == 0 && high == 0 && !others && named.isEmpty();
    }

    // Matchers ask at each place of a text. What a record has by itself is a row of method handles, several times
    // dearer.
    @Override
    public boolean equals(@Nullable Object that) {
        return this == that
                || (that instanceof CharSet set
                        && low == set.low
                        && high == set.high
                        && others == set.others
                        && named.equals(set.named));
    }

    @Override
    public int hashCode() {
        return Objects.hash(low, high, others, named);
    }

    /** How many units of ASCII belong to it. */
    int count() {
        return Long.bitCount(low) + Long.bitCount(high);
    }

    private static String common(String left, String right) {
        StringBuilder both = new StringBuilder();
        left.chars().filter(c -> right.indexOf(c) >= 0).forEach(c -> both.append((char) c));
        return both.toString();
    }
}
