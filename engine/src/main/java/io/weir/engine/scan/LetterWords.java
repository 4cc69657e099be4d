package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.validate.Ascii;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How matches begin that do not begin with a word that has a digit: with the end of a word of letters and the sign
 * behind it, or with a sign and what follows it. One expression an instance.
 */
final class LetterWords {

    /** Where there are more of them, or blanks in them, ordinary text is full of them. */
    private static final int BEGINNINGS_MAX = 24;

    private static final CharSet SIGNS = WordStart.ALNUM.not();

    private final CharSet[] sets;
    private final int[][] following;
    private final boolean[] lasts;
    private final BitSet seen = new BitSet();
    private final Set<String> beginnings = new LinkedHashSet<>();

    private LetterWords(Expression expression) {
        Unfolding unfolding = new Unfolding(WordStart.LETTERS_MAX + 1);
        int before = unfolding.add(expression, 0, SIGNS.or(WordStart.ALNUM));
        this.sets = unfolding.sets();
        this.following = unfolding.following();
        this.lasts = unfolding.lasts();
        seen.set(before);
    }

    /** Two units each, in lower case; none where there are too many, or others. */
    static Set<String> beginnings(Expression expression) {
        LetterWords words = new LetterWords(expression);
        return words.areAllTold() ? words.beginnings : Set.of();
    }

    private boolean areAllTold() {
        int before = seen.nextSetBit(0);
        for (int first : following[before]) {
            CharSet signs = sets[first].and(SIGNS);
            if (!signs.isEmpty() && !addAll(signs, first, SIGNS.or(WordStart.ALNUM))) {
                return false;
            }
        }
        return areWordsTold(before, 0);
    }

    /** Follows words of letters; what has a digit is found by that. */
    private boolean areWordsTold(int from, int letters) {
        for (int place : following[from]) {
            CharSet here = sets[place].and(CharSet.LETTERS);
            if (here.isEmpty() || seen.get(place)) {
                continue;
            }
            seen.set(place);
            if (letters == WordStart.LETTERS_MAX || !addAll(here, place, SIGNS) || !areWordsTold(place, letters + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean addAll(CharSet firsts, int place, CharSet wanted) {
        boolean told = !lasts[place] && isTelling(firsts);
        for (int follower : following[place]) {
            CharSet seconds = sets[follower].and(wanted);
            told &= isTelling(seconds);
            for (char first = 0; first < 128 && told; first++) {
                for (char second = 0; second < 128 && firsts.contains(first); second++) {
                    if (seconds.contains(second)) {
                        beginnings.add(Ascii.lower("" + first + second));
                    }
                }
            }
        }
        return told && beginnings.size() <= BEGINNINGS_MAX;
    }

    private static boolean isTelling(CharSet set) {
        return set.isAscii() && !set.contains(' ');
    }
}
