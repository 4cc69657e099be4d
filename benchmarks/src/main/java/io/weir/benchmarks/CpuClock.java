package io.weir.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Measures work by the CPU time and the memory of the current thread, which other work on the machine does not disturb.
 */
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
        return micros(List.of(work), batches, batchNanos)[0];
    }

    /**
     * The same for each of several works. Their batches are taken in turns, so that a slow second of the machine falls
     * on all of them alike.
     */
    double[] micros(List<IntSupplier> works) {
        return micros(works, BATCHES, BATCH_NANOS);
    }

    private double[] micros(List<IntSupplier> works, int batches, long batchNanos) {
        double[][] results = new double[works.size()][batches];
        for (int batch = 0; batch < batches; batch++) {
            for (int work = 0; work < results.length; work++) {
                results[work][batch] = batch(works.get(work), batchNanos);
            }
        }
        return Arrays.stream(results).mapToDouble(CpuClock::median).toArray();
    }

    private double batch(IntSupplier work, long nanos) {
        long runs = 0;
        long start = thread.getCurrentThreadCpuTime();
        long elapsed = 0;
        while (elapsed < nanos) {
            sink += work.getAsInt();
            runs++;
            elapsed = thread.getCurrentThreadCpuTime() - start;
        }
        return elapsed / 1e3 / runs;
    }

    private static double median(double[] results) {
        Arrays.sort(results);
        return results[results.length / 2];
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
