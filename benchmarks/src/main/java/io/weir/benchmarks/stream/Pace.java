package io.weir.benchmarks.stream;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.KafkaStreams;

/**
 * How fast a topology works off what waits for it: the time is taken from when it is let go until it has nothing left
 * to do.
 *
 * @param records records of all its source topics that it processed meanwhile
 * @param millis time that it took
 * @param cpuMillis CPU time of the threads of the process meanwhile, but for the one that looks
 */
record Pace(long records, long millis, long cpuMillis) {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long QUIET_MILLIS = 2_000;
    private static final long WAIT_MILLIS_MAX = TimeUnit.MINUTES.toMillis(30);

    /**
     * Waits until a topology that runs has nothing left to do.
     *
     * @param recordsMin records of all its topics that it has processed by then
     */
    static Pace of(KafkaStreams streams, ConsumedRecords records, long recordsMin) {
        long before = records.ofAll();
        long begun = now();
        long begunCpu = cpuNow();
        long last = begun;
        long lastCpu = begunCpu;
        long done = before;
        while (done < recordsMin || now() - last < QUIET_MILLIS) {
            LockSupport.parkNanos(LOOK_NANOS);
            long seen = records.ofAll();
            if (seen > done) {
                done = seen;
                last = now();
                lastCpu = cpuNow();
            }
            if (now() - begun > WAIT_MILLIS_MAX || streams.state() == KafkaStreams.State.ERROR) {
                throw new IllegalStateException("the run did not end: " + done + " of at least " + recordsMin
                        + " records, state " + streams.state());
            }
        }
        return new Pace(done - before, last - begun, lastCpu - begunCpu);
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    /**
     * CPU time of all threads of this process that run Java but this one: compiler and collector are not among them.
     */
    private static long cpuNow() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds())
                        .filter(id -> id != Thread.currentThread().getId())
                        .map(threads::getThreadCpuTime)
                        .filter(nanos -> nanos > 0)
                        .sum()
                / 1_000_000;
    }
}
