package io.weir.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntSupplier;

/** Measures work by the CPU time and the memory of the current thread, which other work on the machine does not disturb. */
final class CpuClock {

    private static final int BATCHES = 15;
    private static final long BATCH_NANOS = 40_000_000;
    private static final long QUIET_NANOS = 3_000_000_000L;
    private static final long WARM_UP_NANOS_MAX = 120_000_000_000L;

    private final com.sun.management.ThreadMXBean thread =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final CompilationMXBean compilation = ManagementFactory.getCompilationMXBean();
    private long sink;

    /** CPU time of one run in microseconds: the median of 15 batches of 40 ms, or of one run if that takes longer. */
    double micros(IntSupplier work) {
        return micros(work, BATCHES, BATCH_NANOS);
    }

    /** CPU time of one run in microseconds: the median of some batches of some length. */
    double micros(IntSupplier work, int batches, long batchNanos) {
        double[] results = new double[batches];
        for (int i = 0; i < batches; i++) {
            long runs = 0;
            long start = thread.getCurrentThreadCpuTime();
            long elapsed = 0;
            while (elapsed < batchNanos) {
                sink += work.getAsInt();
                runs++;
                elapsed = thread.getCurrentThreadCpuTime() - start;
            }
            results[i] = elapsed / 1e3 / runs;
        }
        Arrays.sort(results);
        return results[batches / 2];
    }

    /**
     * Runs until the compiler has had nothing to do for some seconds, or two minutes have passed: on a busy machine it
     * lags far behind, and what is measured before it is done is the interpreter.
     */
    void warmUp(IntSupplier work) {
        long start = System.nanoTime();
        long quietSince = start;
        long compiled = -1;
        long now = start;
        while (now - quietSince < QUIET_NANOS && now - start < WARM_UP_NANOS_MAX) {
            sink += work.getAsInt();
            now = System.nanoTime();
            if (compilation.getTotalCompilationTime() != compiled) {
                compiled = compilation.getTotalCompilationTime();
                quietSince = now;
            }
        }
    }

    /** Bytes allocated by one run, on average over 1,000. */
    long allocatedBytes(IntSupplier work) {
        int runs = 1_000;
        long before = thread.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < runs; i++) {
            sink += work.getAsInt();
        }
        return (thread.getCurrentThreadAllocatedBytes() - before) / runs;
    }

    /** Whatever was counted, so that no work can be left out as useless. */
    long sink() {
        return sink;
    }
}
