package io.weir.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CPU time that this process has used since some moment, and what used it. What threads used that have ended since does
 * not show among the parts. Not thread-safe.
 */
public final class CpuUse {

    private final Map<String, List<String>> parts;
    private final Map<Long, Long> threadNanos = new LinkedHashMap<>();
    private final long processNanos;

    /**
     * From now on.
     *
     * @param parts names of parts, each with what the names of its threads begin with; the first that fits counts
     */
    public CpuUse(Map<String, List<String>> parts) {
        this.parts = parts;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (long id : threads.getAllThreadIds()) {
            threadNanos.put(id, threads.getThreadCpuTime(id));
        }
        this.processNanos = processNanosNow();
    }

    /** Seconds of the whole process: compiler and collector too. */
    public double processSeconds() {
        return (processNanosNow() - processNanos) / 1e9;
    }

    /** Seconds of the threads that run Java, by part, in the order of the parts; all others under {@code others}. */
    public Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        parts.keySet().forEach(part -> seconds.put(part, 0.0));
        seconds.put("others", 0.0);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                long id = thread.getThreadId();
                long nanos = threads.getThreadCpuTime(id) - threadNanos.getOrDefault(id, 0L);
                seconds.merge(partOf(thread.getThreadName()), Math.max(0, nanos) / 1e9, Double::sum);
            }
        }
        return seconds;
    }

    private String partOf(String threadName) {
        return parts.entrySet().stream()
                .filter(part -> part.getValue().stream().anyMatch(threadName::startsWith))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("others");
    }

    private static long processNanosNow() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
