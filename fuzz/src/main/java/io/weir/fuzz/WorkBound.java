package io.weir.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Tells work that grows faster than its text from work that does not, by the CPU time of the thread. The bound for one
 * unit is some hundred times what a scan costs, because the fuzzer's own counters slow the code down; a text that is
 * quadratic passes it soon.
 */
final class WorkBound {

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int REPEATS = 20;

    /** Shorter texts are not judged: what the first calls cost is no growth. */
    static final int UNITS_MIN = 4_096;

    private WorkBound() {}

    /**
     * The result of work on a text.
     *
     * @param units length of the text in UTF-16 units
     * @param nanosEach allowed for one unit
     * @throws AssertionError if the work takes longer, and each of twenty repeats does too, by which time the code is
     *     compiled
     */
    static <T> T within(String work, long units, long nanosEach, Supplier<T> task) {
        return within(work, result -> units, nanosEach, task);
    }

    /**
     * The result of work on a text that is itself the measure of the work.
     *
     * @param units length in UTF-16 units of all that the work has led to
     * @param nanosEach allowed for one unit
     * @throws AssertionError as for a text alone
     */
    static <T> T within(String work, ToLongFunction<T> units, long nanosEach, Supplier<T> task) {
        long start = THREAD.getCurrentThreadCpuTime();
        T result = task.get();
        long best = THREAD.getCurrentThreadCpuTime() - start;
        long judged = units.applyAsLong(result);
        long allowed = judged < UNITS_MIN ? Long.MAX_VALUE : judged * nanosEach;
        for (int i = 0; i < REPEATS && best > allowed; i++) {
            start = THREAD.getCurrentThreadCpuTime();
            result = task.get();
            best = Math.min(best, THREAD.getCurrentThreadCpuTime() - start);
        }
        if (best > allowed) {
            throw new AssertionError(String.format(
                    Locale.ROOT, "%s: %d us for %d units, %d us allowed", work, best / 1_000, judged, allowed / 1_000));
        }
        return result;
    }
}
