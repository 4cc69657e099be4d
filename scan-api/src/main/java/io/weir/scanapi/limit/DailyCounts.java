package io.weir.scanapi.limit;

import io.weir.messaging.log.SharedLogs;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Counts of a day in UTC, by whom they are for, on all nodes. A sum is behind by as much as other nodes have counted
 * since they last told. Safe to share between threads.
 */
public final class DailyCounts implements AutoCloseable {

    private static final int TEXT_LENGTH = 10;
    private static final int COUNTS_MAX = 100_000;
    private static final String ALL_OTHERS = "all others";

    private final PeriodCounts counts;

    private DailyCounts(PeriodCounts counts) {
        this.counts = counts;
    }

    /**
     * Counts that are shared by these logs.
     *
     * @param node UUID of this process
     * @param pause after which others are told again
     */
    public static DailyCounts open(SharedLogs logs, String node, Duration pause) {
        DailyCounts daily = new DailyCounts(new PeriodCounts(logs, node, TEXT_LENGTH, "budgets"));
        daily.counts.tellEach(pause.toMillis());
        return daily;
    }

    /** Counts one more; beyond 100,000 on a day the rest are counted together. */
    public void add(String tenant, String whom, long timeMillis) {
        boolean full = counts.size() >= COUNTS_MAX && counts.used(tenant, whom, day(timeMillis)) == 0;
        counts.add(tenant, full ? ALL_OTHERS : whom, day(timeMillis));
    }

    /** What was counted on the day of a time. */
    public long used(String tenant, String whom, long timeMillis) {
        long used = counts.used(tenant, whom, day(timeMillis));
        return used == 0 && counts.size() >= COUNTS_MAX ? counts.used(tenant, ALL_OTHERS, day(timeMillis)) : used;
    }

    @Override
    public void close() {
        counts.close();
    }

    private static String day(long timeMillis) {
        return Instant.ofEpochMilli(timeMillis)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }
}
