package io.weir.benchmarks.edge;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * CPU time used so far.
 *
 * @param processNanos by all threads: clients, edges, the stand-in of the scan API and the upstream
 * @param edgeNanos by the threads of edges alone, which have names of their own
 */
record CpuOfThreads(long processNanos, long edgeNanos) {

    private static final String EDGE_THREADS = "weir-";

    static CpuOfThreads now() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long edge = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith(EDGE_THREADS)) {
                edge += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new CpuOfThreads(system.getProcessCpuTime(), edge);
    }

    CpuOfThreads since(CpuOfThreads earlier) {
        return new CpuOfThreads(processNanos - earlier.processNanos, edgeNanos - earlier.edgeNanos);
    }
}
