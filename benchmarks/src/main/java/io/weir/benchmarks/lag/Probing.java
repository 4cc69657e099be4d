package io.weir.benchmarks.lag;

import io.weir.client.ScanFailure;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Probes of both kinds in turns, so many a second. For one thread. */
final class Probing {

    private final Probe same;
    private final Probe other;
    private final long periodNanos;

    Probing(Node reader, Node writer, int probesPerSecond) {
        this.same = new Probe(reader, writer, true, 1);
        this.other = new Probe(reader, writer, false, 2);
        this.periodNanos = TimeUnit.SECONDS.toNanos(1) / probesPerSecond;
    }

    void run(int seconds) throws ScanFailure, InterruptedException {
        long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        // Where probes take longer than their period, fewer of them are sent.
        for (long due = System.nanoTime(); Math.max(due, System.nanoTime()) < endNanos; due += periodNanos) {
            LockSupport.parkNanos(due - System.nanoTime());
            (same.count() <= other.count() ? same : other).run();
        }
    }

    /** Begins to count anew. */
    void reset() {
        same.reset();
        other.reset();
    }

    /** Probes whose write is in the session that read. */
    Probe same() {
        return same;
    }

    /** Probes whose write is in a session that read nothing. */
    Probe other() {
        return other;
    }
}
