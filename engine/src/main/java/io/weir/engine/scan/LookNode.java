package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;

/** Nodes for what stands around a place. */
final class LookNode {

    private LookNode() {}

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

        @Override
        CharSet first() {
            if (!ahead) {
                return next.first();
            }
            return next.first().and(negative ? set.not() : set);
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

        @Override
        CharSet first() {
            return negative ? next.first() : next.first().and(part.first());
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

        @Override
        CharSet first() {
            return next.first();
        }
    }
}
