package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;

/** What stands behind the first digits of a word, in the few kinds that tell shapes of numbers apart. */
final class WordEnding {

    /** How many kinds there are. */
    static final int KINDS = 8;

    /** The bits of all kinds. */
    static final int ALL_KINDS = (1 << KINDS) - 1;

    private static final String SIGNS = "-. /:_";
    private static final int LETTER = 6;
    private static final int OTHER = 7;
    private static final CharSet TOLD = CharSet.LETTERS.or(CharSet.DIGITS).or(signs());

    private WordEnding() {}

    /** The kind of what stands at a place of a text, which may be its end. */
    static int kind(TextView text, int at) {
        if (at >= text.length) {
            return OTHER;
        }
        char unit = text.units[at];
        if (unit < 128 && CharSet.LETTERS.contains(unit)) {
            return LETTER;
        }
        int sign = SIGNS.indexOf(unit);
        return sign < 0 ? OTHER : sign;
    }

    /** The kinds of which a set has units, bit by bit. */
    static int kindsIn(CharSet set) {
        int kinds = set.isDisjoint(CharSet.LETTERS) ? 0 : 1 << LETTER;
        kinds |= TOLD.includes(set) ? 0 : 1 << OTHER;
        for (int kind = 0; kind < SIGNS.length(); kind++) {
            kinds |= set.contains(SIGNS.charAt(kind)) ? 1 << kind : 0;
        }
        return kinds;
    }

    private static CharSet signs() {
        CharSet set = new CharSet(0, 0, false, "");
        for (char sign : SIGNS.toCharArray()) {
            set = set.or(CharSet.single(sign));
        }
        return set;
    }
}
