package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression.Greed;
import io.weir.engine.expression.Expression.Repeat;

/**
 * A part of a backtracking program: it fits where it and all that follows fits. Immutable once it is linked; what a try
 * needs is in its {@link Attempt}.
 */
abstract sealed class Node {

    abstract boolean fits(Attempt attempt, int at);

    /** The end of the expression. */
    static final class Accept extends Node {

        @Override
        boolean fits(Attempt attempt, int at) {
            if (attempt.wantedEnd >= 0 && attempt.wantedEnd != at) {
                return false;
            }
            attempt.matchEnd = at;
            return true;
        }
    }

    /** The end of a part that is tried by itself. */
    static final class AcceptPart extends Node {

        @Override
        boolean fits(Attempt attempt, int at) {
            attempt.matchEnd = at;
            return true;
        }
    }

    /** The end of a part that must end where a look behind began. */
    static final class AcceptThere extends Node {

        private final int loop;

        AcceptThere(int loop) {
            this.loop = loop;
        }

        @Override
        boolean fits(Attempt attempt, int at) {
            return at == attempt.counts[loop];
        }
    }

    /** One unit of a set. */
    static final class One extends Node {

        private final CharSet set;
        private final Node next;

        One(CharSet set, Node next) {
            this.set = set;
            this.next = next;
        }

        @Override
        boolean fits(Attempt attempt, int at) {
            if (at >= attempt.to || !set.contains(attempt.text[at]) || !attempt.step(1)) {
                return false;
            }
            return next.fits(attempt, Units.behind(attempt, at));
        }
    }

    /** A row of units of a set. */
    static final class Units extends Node {

        private final CharSet set;
        private final int least;
        private final int most;
        private final Greed greed;
        private final Node next;

        Units(CharSet set, int least, int most, Greed greed, Node next) {
            this.set = set;
            this.least = least;
            this.most = most;
            this.greed = greed;
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

        // Counts code points, as java.util.regex does.
        private static int behind(Attempt attempt, int at) {
            return isPair(attempt, at, attempt.to) ? at + 2 : at + 1;
        }

        private static boolean isPair(Attempt attempt, int at, int to) {
            return attempt.text[at] >= Character.MIN_HIGH_SURROGATE
                    && Character.isHighSurrogate(attempt.text[at])
                    && at + 1 < to
                    && Character.isLowSurrogate(attempt.text[at + 1]);
        }
    }

    /** Units of a set, each with some separators before it. */
    static final class Separated extends Node {

        private final CharSet separators;
        private final int separatorsMax;
        private final CharSet set;
        private final Repeat repeat;
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
            return repeat.greed() == Greed.POSSESSIVE ? next.fits(attempt, end) : fewer(attempt, at, end, count);
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
    }

    /** The first option that fits. */
    static final class Options extends Node {

        private final Node[] options;

        Options(Node[] options) {
            this.options = options.clone();
        }

        @Override
        boolean fits(Attempt attempt, int at) {
            for (Node option : options) {
                if (!attempt.step(1)) {
                    return false;
                }
                if (option.fits(attempt, at)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The start or the end of the value. */
    static final class Mark extends Node {

        private final boolean end;
        private final Node next;

        Mark(boolean end, Node next) {
            this.end = end;
            this.next = next;
        }

        @Override
        boolean fits(Attempt attempt, int at) {
            int before = end ? attempt.valueEnd : attempt.valueStart;
            set(attempt, at);
            if (next.fits(attempt, at)) {
                return true;
            }
            set(attempt, before);
            return false;
        }

        private void set(Attempt attempt, int at) {
            if (end) {
                attempt.valueEnd = at;
            } else {
                attempt.valueStart = at;
            }
        }
    }

    /** The start or the end of the text. */
    static final class Border extends Node {

        private final boolean end;
        private final Node next;

        Border(boolean end, Node next) {
            this.end = end;
            this.next = next;
        }

        @Override
        boolean fits(Attempt attempt, int at) {
            return at == (end ? attempt.to : attempt.from) && next.fits(attempt, at);
        }
    }

    /** A part that is never tried in another way once it fitted. */
    static final class Atomic extends Node {

        private final Node part;
        private final Node next;

        Atomic(Node part, Node next) {
            this.part = part;
            this.next = next;
        }

        @Override
        boolean fits(Attempt attempt, int at) {
            return part.fits(attempt, at) && next.fits(attempt, attempt.matchEnd);
        }
    }

    /** A unit of a set that stands right ahead or right behind, or does not. */
    static final class Neighbor extends Node {

        private final CharSet set;
        private final boolean ahead;
        private final boolean negative;
        private final Node next;

        Neighbor(CharSet set, boolean ahead, boolean negative, Node next) {
            this.set = set;
            this.ahead = ahead;
            this.negative = negative;
            this.next = next;
        }

        @Override
        boolean fits(Attempt attempt, int at) {
            int place = ahead ? at : at - 1;
            boolean stands = place >= attempt.from && place < attempt.to && set.contains(attempt.text[place]);
            return stands != negative && attempt.step(1) && next.fits(attempt, at);
        }
    }

    /** What stands ahead, or does not. */
    static final class Ahead extends Node {

        private final Node part;
        private final boolean negative;
        private final Node next;

        Ahead(Node part, boolean negative, Node next) {
            this.part = part;
            this.negative = negative;
            this.next = next;
        }

        @Override
        boolean fits(Attempt attempt, int at) {
            return attempt.step(1) && part.fits(attempt, at) != negative && attempt.step(0) && next.fits(attempt, at);
        }
    }

    /** What stands behind, or does not. */
    static final class Behind extends Node {

        private final Node part;
        private final int least;
        private final int most;
        private final int loop;
        private final boolean negative;
        private final Node next;

        Behind(Node part, int least, int most, int loop, boolean negative, Node next) {
            this.part = part;
            this.least = least;
            this.most = most;
            this.loop = loop;
            this.negative = negative;
            this.next = next;
        }

        @Override
        boolean fits(Attempt attempt, int at) {
            return stands(attempt, at) != negative && attempt.step(0) && next.fits(attempt, at);
        }

        private boolean stands(Attempt attempt, int at) {
            int before = attempt.counts[loop];
            attempt.counts[loop] = at;
            boolean stands = false;
            for (int length = least; length <= most && at - length >= attempt.from && !stands; length++) {
                stands = attempt.step(1) && part.fits(attempt, at - length);
            }
            attempt.counts[loop] = before;
            return stands;
        }
    }

    /** A part again and again. */
    static final class Loop extends Node {

        private final int loop;
        private final int least;
        private final int most;
        private final boolean lazy;
        private final Node next;
        private Node body = new AcceptPart();

        Loop(int loop, int least, int most, boolean lazy, Node next) {
            this.loop = loop;
            this.least = least;
            this.most = most;
            this.lazy = lazy;
            this.next = next;
        }

        /** Links the body, which ends in this loop. */
        void link(Node newBody) {
            this.body = newBody;
        }

        @Override
        boolean fits(Attempt attempt, int at) {
            int count = attempt.counts[loop];
            int start = attempt.starts[loop];
            if (count > 0 && at <= start) {
                // As java.util.regex has it: a body that takes nothing is not tried again, whatever the least count.
                return leave(attempt, at, count);
            }
            boolean may = count < most;
            if (count < least) {
                return again(attempt, at, count, start);
            }
            if (lazy) {
                return leave(attempt, at, count) || (may && again(attempt, at, count, start));
            }
            return (may && again(attempt, at, count, start)) || leave(attempt, at, count);
        }

        private boolean again(Attempt attempt, int at, int count, int start) {
            if (!attempt.descend()) {
                return false;
            }
            attempt.counts[loop] = count + 1;
            attempt.starts[loop] = at;
            boolean fits = body.fits(attempt, at);
            attempt.counts[loop] = count;
            attempt.starts[loop] = start;
            attempt.ascend();
            return fits;
        }

        // What follows may come to this loop again, from its own start.
        private boolean leave(Attempt attempt, int at, int count) {
            attempt.counts[loop] = 0;
            boolean fits = attempt.step(1) && next.fits(attempt, at);
            attempt.counts[loop] = count;
            return fits;
        }
    }
}
