package io.weir.correlator.commit;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Asks for commits on behalf of a processor: soon after a record of what has just happened, and at once where it is
 * urgent.
 *
 * <p>Whoever works off a backlog is late by more than the time between two commits, so nobody gains from a commit that
 * is made for what has waited; and each costs a batch and a mark in every partition that was written to.
 */
public final class FreshCommits {

    /** Event time may be so long ago for a record to tell of what has just happened. */
    private static final long FRESH_MILLIS_MAX = 1_000;

    private final ProcessingContext context;
    private boolean waiting;

    private FreshCommits(ProcessingContext context) {
        this.context = context;
    }

    /** Begins to ask, each time so long after the last at least. */
    public static FreshCommits every(Duration time, ProcessingContext context) {
        FreshCommits commits = new FreshCommits(context);
        context.schedule(time, PunctuationType.WALL_CLOCK_TIME, nowMillis -> commits.askIfWaiting());
        return commits;
    }

    /** Takes note of a record that was worked off. */
    public void note(long timestampMillis) {
        waiting |= isFresh(timestampMillis);
    }

    /** Asks at once for what has come of a record, if it is of what has just happened. */
    public void askNow(long timestampMillis) {
        if (isFresh(timestampMillis)) {
            context.commit();
        }
    }

    private boolean isFresh(long timestampMillis) {
        return context.currentSystemTimeMs() - timestampMillis <= FRESH_MILLIS_MAX;
    }

    private void askIfWaiting() {
        if (waiting) {
            waiting = false;
            context.commit();
        }
    }
}
