package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;

/** A part again and again. */
final class LoopNode extends Node {

    private final int loop;
    private final int least;
    private final int most;
    private final boolean lazy;
    private final Node next;
    private Node body = new Node.AcceptPart();

    LoopNode(int loop, int least, int most, boolean lazy, Node next) {
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

    @Override
    CharSet first() {
        return least > 0 ? body.first() : body.first().or(next.first());
    }
}
