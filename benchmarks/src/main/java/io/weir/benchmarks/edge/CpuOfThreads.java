package io.weir.benchmarks.edge;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/**
 * CPU time used so far.
 *
 * @param processNanos by all threads: clients, edges, the stand-in of the scan API and the upstream
 * @param edgeNanos by each thread of an edge; they have names of their own
 */
record CpuOfThreads(long processNanos, Map<Long, Long> edgeNanos) {

    private static final String EDGE_THREADS = "weir-";

    static CpuOfThreads now() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<Long, Long> edge = new HashMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith(EDGE_THREADS)) {
                edge.put(thread.getThreadId(), Math.max(0, threads.getThreadCpuTime(thread.getThreadId())));
            }
        }
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new CpuOfThreads(system.getProcessCpuTime(), edge);
    }

    /** By all threads since then. */
    long processNanosSince(CpuOfThreads earlier) {
        return processNanos - earlier.processNanos;
    }

    /** By threads of edges since then; what a thread used that has ended in between is left out. */
    long edgeNanosSince(CpuOfThreads earlier) {
        return edgeNanos.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - earlier.edgeNanos.getOrDefault(thread.getKey(), 0L))
                .sum();
    }
}
