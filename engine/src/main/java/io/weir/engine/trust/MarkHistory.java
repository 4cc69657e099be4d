package io.weir.engine.trust;

import io.weir.schemas.event.AgentMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The marks of one agent, in slices of ten minutes, as long as they count. For one thread. */
final class MarkHistory {

    private static final long SLICE_MILLIS = 600_000;
    private static final long DAY_MILLIS = 86_400_000;

    private final TreeMap<Long, AgentMarks> slices = new TreeMap<>();
    private long lastMillis;

    void add(long timeMillis, AgentMarks marks) {
        slices.merge(timeMillis / SLICE_MILLIS, marks, AgentMarks::plus);
        lastMillis = Math.max(lastMillis, timeMillis);
        slices.headMap((lastMillis - TrustArithmetic.COUNTED_MILLIS) / SLICE_MILLIS)
                .clear();
    }

    /** Forgets what was before a time. */
    void resetBefore(long timeMillis) {
        slices.headMap(timeMillis / SLICE_MILLIS, true).clear();
    }

    long lastMillis() {
        return lastMillis;
    }

    boolean isEmpty() {
        return slices.isEmpty();
    }

    /** Trust at a time, by what was known then. */
    double trust(long timeMillis) {
        double debt = 0;
        long last = 0;
        long first = (timeMillis - TrustArithmetic.COUNTED_MILLIS) / SLICE_MILLIS;
        for (Map.Entry<Long, AgentMarks> slice :
                slices.subMap(first, true, timeMillis / SLICE_MILLIS, true).entrySet()) {
            debt = TrustArithmetic.faded(debt, (slice.getKey() - last) * SLICE_MILLIS);
            debt = TrustArithmetic.after(debt, slice.getValue());
            last = slice.getKey();
        }
        return TrustArithmetic.trust(TrustArithmetic.faded(debt, timeMillis - last * SLICE_MILLIS));
    }

    /** All marks of a span that ends at a time. */
    AgentMarks within(long timeMillis, long spanMillis) {
        AgentMarks sum = AgentMarks.NONE;
        for (AgentMarks marks : slices.subMap(
                        (timeMillis - spanMillis) / SLICE_MILLIS + 1, true, timeMillis / SLICE_MILLIS, true)
                .values()) {
            sum = sum.plus(marks);
        }
        return sum;
    }

    /** Trust at the end of each of so many days, the oldest first. */
    List<Double> trend(long timeMillis, int days) {
        List<Double> trend = new ArrayList<>();
        for (int day = days - 1; day >= 0; day--) {
            trend.add(trust(timeMillis - day * DAY_MILLIS));
        }
        return trend;
    }
}
