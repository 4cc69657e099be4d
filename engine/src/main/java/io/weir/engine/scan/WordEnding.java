package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;

/** What stands behind the first digits of a word, in the few kinds that tell shapes of numbers apart. */
final class WordEnding {

    /** How many kinds there are. */
    static final int KINDS = 8;

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

    /** Whether a set has units of a kind. */
    static boolean isPossible(CharSet set, int kind) {
        return switch (kind) {
            case LETTER -> !set.isDisjoint(CharSet.LETTERS);
            case OTHER -> !TOLD.includes(set);
            default -> set.contains(SIGNS.charAt(kind));
        };
    }

    private static CharSet signs() {
        CharSet set = new CharSet(0, 0, false, "");
        for (char sign : SIGNS.toCharArray()) {
            set = set.or(CharSet.single(sign));
        }
        return set;
    }
}
