package io.weir.benchmarks.link;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/** What single runs of a piece of work cost, in CPU time and in wall time of the thread. */
final class Samples {

    private static final int WARM_UP_RUNS = 3_000;

    private final double[] cpuMicros;
    private final double[] wallMicros;
    private final double found;

    private Samples(double[] cpuMicros, double[] wallMicros, double found) {
        this.cpuMicros = cpuMicros;
        this.wallMicros = wallMicros;
        this.found = found;
    }

    /** Measures so many runs after a warm-up; each gets work of its own, which is made before the clock starts. */
    static Samples of(int runs, IntFunction<IntSupplier> works) {
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] cpu = new double[runs];
        double[] wall = new double[runs];
        long found = 0;
        for (int run = -WARM_UP_RUNS; run < runs; run++) {
            IntSupplier work = works.apply(run + WARM_UP_RUNS);
            long wallStart = System.nanoTime();
            long cpuStart = thread.getCurrentThreadCpuTime();
            int result = work.getAsInt();
            long cpuEnd = thread.getCurrentThreadCpuTime();
            long wallEnd = System.nanoTime();
            if (run >= 0) {
                cpu[run] = (cpuEnd - cpuStart) / 1e3;
                wall[run] = (wallEnd - wallStart) / 1e3;
                found += result;
            }
        }
        Arrays.sort(cpu);
        Arrays.sort(wall);
        return new Samples(cpu, wall, (double) found / runs);
    }

    /** What the runs found, on average. */
    double found() {
        return found;
    }

    /** CPU time that this share of the runs stayed below, in microseconds. */
    double cpuAt(double share) {
        return cpuMicros[(int) (share * cpuMicros.length)];
    }

    /** Wall time that this share of the runs stayed below, in microseconds. */
    double wallAt(double share) {
        return wallMicros[(int) (share * wallMicros.length)];
    }
}
