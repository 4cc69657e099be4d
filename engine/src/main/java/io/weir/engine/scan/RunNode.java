package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression.Greed;
import io.weir.engine.expression.Expression.Repeat;

/** Nodes for units in a row. */
final class RunNode {

    private RunNode() {}

    // Counts code points, as java.util.regex does.
    static int behind(Attempt attempt, int at) {
        return isPair(attempt, at, attempt.to) ? at + 2 : at + 1;
    }

    private static boolean isPair(Attempt attempt, int at, int to) {
        return attempt.text[at] >= Character.MIN_HIGH_SURROGATE
                && Character.isHighSurrogate(attempt.text[at])
                && at + 1 < to
                && Character.isLowSurrogate(attempt.text[at + 1]);
    }

    /** A row of units of a set. */
    static final class Units extends Node {

        private final CharSet set;
        private final int least;
        private final int most;
        private final Greed greed;
        private final Node next;

        /** A row; a greedy one never gives a unit back where what follows cannot start with it. */
        Units(CharSet set, int least, int most, Greed greed, Node next) {
            this.set = set;
            this.least = least;
            this.most = most;
            this.greed = greed == Greed.GREEDY && set.isDisjoint(next.first()) ? Greed.POSSESSIVE : greed;
            this.next = next;
        }

        @Override
        boolean fits(Attempt attempt, int at) {
            int wanted = greed == Greed.LAZY ? least : most;
            int stretch = wanted >= Stretches.LENGTH_MIN ? stretch(attempt, at, wanted) : -1;
            if (stretch >= 0) {
                return stretch - at >= least
                        && attempt.step(attempt.stretches.read() + 1)
                        && onward(attempt, at, stretch, stretch - at);
            }
            int end = at;
            int count = 0;
            while (count < wanted && end < attempt.to && set.contains(attempt.text[end])) {
                end = behind(attempt, end);
                count++;
            }
            if (count < least || !attempt.step(count + 1)) {
                return false;
            }
            return onward(attempt, at, end, count);
        }

        private int stretch(Attempt attempt, int at, int wanted) {
            int end = wanted < attempt.to - at ? at + wanted : attempt.to;
            return attempt.stretches.end(set, attempt.text, at, end);
        }

        private boolean onward(Attempt attempt, int at, int end, int count) {
            return switch (greed) {
                case POSSESSIVE -> next.fits(attempt, end);
                case GREEDY -> fewer(attempt, at, end, count);
                case LAZY -> more(attempt, end, count);
            };
        }

        private boolean fewer(Attempt attempt, int start, int from, int most) {
            int end = from;
            for (int count = most; count >= least; count--) {
                if (next.fits(attempt, end)) {
                    return true;
                }
                if (end == start || !attempt.step(1)) {
                    return false;
                }
                end--;
                end -= end > start && isPair(attempt, end - 1, attempt.to) ? 1 : 0;
            }
            return false;
        }

        private boolean more(Attempt attempt, int from, int least) {
            int end = from;
            int count = least;
            while (!next.fits(attempt, end)) {
                if (count++ >= most || end >= attempt.to || !set.contains(attempt.text[end]) || !attempt.step(1)) {
                    return false;
                }
                end = behind(attempt, end);
            }
            return true;
        }

        @Override
        CharSet first() {
            return least > 0 ? set : set.or(next.first());
        }
    }

    /** Units of a set, each with some separators before it. */
    static final class Separated extends Node {

        private final CharSet separators;
        private final int separatorsMax;
        private final CharSet set;
        private final Repeat repeat;
        private final boolean possessive;
        private final Node next;

        /**
         * A node.
         *
         * @param separators disjoint from the set, so that a run of both can be read in one way only; ASCII as the set
         * @param repeat how many units of the set, and with what greed, which is not lazy
         */
        Separated(CharSet separators, int separatorsMax, CharSet set, Repeat repeat, Node next) {
            this.separators = separators;
            this.separatorsMax = separatorsMax;
            this.set = set;
            this.repeat = repeat;
            this.possessive =
                    repeat.greed() == Greed.POSSESSIVE || separators.or(set).isDisjoint(next.first());
            this.next = next;
        }

        @Override
        boolean fits(Attempt attempt, int at) {
            int end = at;
            int count = 0;
            for (int unit = unit(attempt, end); unit >= 0; unit = unit(attempt, end)) {
                end = unit + 1;
                count++;
                if (count == repeat.most()) {
                    break;
                }
            }
            if (count < repeat.least() || !attempt.step(count + 1)) {
                return false;
            }
            return possessive ? next.fits(attempt, end) : fewer(attempt, at, end, count);
        }

        /** The next unit of the set; -1 where there is none. */
        private int unit(Attempt attempt, int from) {
            int at = from;
            int last = Math.min(attempt.to - 1, from + separatorsMax);
            while (at < last && separators.contains(attempt.text[at])) {
                at++;
            }
            return at <= last && set.contains(attempt.text[at]) ? at : -1;
        }

        private boolean fewer(Attempt attempt, int start, int from, int most) {
            int end = from;
            for (int count = most; !next.fits(attempt, end); count--) {
                if (count == repeat.least() || !attempt.step(1)) {
                    return false;
                }
                end--;
                while (end > start && separators.contains(attempt.text[end - 1])) {
                    end--;
                }
            }
            return true;
        }

        @Override
        CharSet first() {
            CharSet own = separatorsMax > 0 ? separators.or(set) : set;
            return repeat.least() > 0 ? own : own.or(next.first());
        }
    }
}
