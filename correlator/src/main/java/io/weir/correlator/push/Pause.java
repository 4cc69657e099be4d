package io.weir.correlator.push;

import java.util.concurrent.TimeUnit;

/** The time between two tries: 1 second, then twice as much each time, a minute at most. Written by one thread. */
final class Pause {

    private static final long FIRST_MILLIS = 1_000;
    private static final long MILLIS_MAX = 60_000;

    private volatile long millis;
    private long beganNanos;

    /** Whether the last try failed. */
    boolean isOn() {
        return millis > 0;
    }

    /** Whether it is time for the next try. */
    boolean isOver() {
        return System.nanoTime() - beganNanos >= TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** A try has failed. */
    void begin() {
        millis = Math.min(MILLIS_MAX, Math.max(FIRST_MILLIS, 2 * millis));
        beganNanos = System.nanoTime();
    }

    /** A try has succeeded. */
    void end() {
        millis = 0;
    }
}
