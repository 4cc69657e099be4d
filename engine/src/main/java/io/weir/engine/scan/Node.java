package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import java.util.Arrays;

/**
 * A part of a backtracking program: it fits where it and all that follows fits. Immutable once it is linked; what a try
 * needs is in its {@link Attempt}.
 */
abstract class Node {

    private static final CharSet NONE = new CharSet(0, 0, false, "");
    private static final CharSet ANY = NONE.not();

    abstract boolean fits(Attempt attempt, int at);

    /** The units, one of which stands where this fits, if not the end of the text does. It may say too many. */
    CharSet first() {
        return ANY;
    }

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
            return next.fits(attempt, RunNode.behind(attempt, at));
        }

        @Override
        CharSet first() {
            return set;
        }
    }

    /** The first option that fits. */
    static final class Options extends Node {

        private final Node[] options;
        private final CharSet first;

        Options(Node[] options) {
            this.options = options.clone();
            this.first = Arrays.stream(options).map(Node::first).reduce(NONE, CharSet::or);
        }

        @Override
        boolean fits(Attempt attempt, int at) {
            if (at < attempt.to && !first.contains(attempt.text[at])) {
                return false;
            }
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

        @Override
        CharSet first() {
            return first;
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

        @Override
        CharSet first() {
            return next.first();
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

        @Override
        CharSet first() {
            return end ? NONE : next.first();
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

        @Override
        CharSet first() {
            return part.first();
        }
    }
}
