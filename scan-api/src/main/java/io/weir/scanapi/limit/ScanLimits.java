package io.weir.scanapi.limit;

import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Health;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.api.UsageAnswer;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Scope;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets each credential make so many calls a minute and a month. The rate holds on each node, the quota over all of them.
 * Whoever scans without a credential, in open mode, is not limited. What is kept is bounded by the number of keys.
 *
 * <p>Safe to share between threads.
 */
public final class ScanLimits implements AutoCloseable {

    private static final int MILLIS_PER_SECOND = 1_000;

    private final Map<String, Spending> spendings = new ConcurrentHashMap<>();
    private final PeriodCounts counts;
    private final int perMinuteDefault;
    private final int perMonthDefault;
    private final InstantSource time;

    private ScanLimits(PeriodCounts counts, int perMinuteDefault, int perMonthDefault, InstantSource time) {
        this.counts = counts;
        this.perMinuteDefault = perMinuteDefault;
        this.perMonthDefault = perMonthDefault;
        this.time = time;
    }

    /**
     * Limits whose counts are shared by these logs.
     *
     * @param defaults for credentials that have none of their own
     * @param node UUID of this process
     */
    public static ScanLimits open(SharedLogs logs, LimitDefaults defaults, String node, InstantSource time) {
        ScanLimits limits = new ScanLimits(
                new PeriodCounts(logs, node, Month.TEXT_LENGTH, "usage"),
                defaults.perMinute(),
                defaults.perMonth(),
                time);
        limits.counts.tellEach(defaults.tellMillis());
        return limits;
    }

    /**
     * Counts a call, before anything of it is read.
     *
     * @throws Refusal {@code RATE_LIMITED} or {@code QUOTA_EXCEEDED}, with the time after which to try again
     */
    public void take(Caller caller) {
        if (caller.isOpen()) {
            return;
        }
        Allowance allowance = Allowance.of(caller, perMinuteDefault, perMonthDefault);
        Spending spending = spendings.computeIfAbsent(allowance.id(), id -> new Spending());
        long now = time.millis();
        Month month = Month.of(now);
        requireQuota(allowance, month, now);
        requireRate(allowance, spending, now);
        spending.scans().add(now);
        counts.add(allowance.tenant(), allowance.credential(), month.text());
    }

    /** What the caller has used; the whole tenant where the caller may read. */
    public UsageAnswer usage(Caller caller) {
        Allowance allowance = Allowance.of(caller, perMinuteDefault, perMonthDefault);
        long now = time.millis();
        Month month = Month.of(now);
        boolean all = caller.may(Scope.READ);
        long used = all ? counts.usedByTenant(caller.tenant(), month.text()) : used(allowance, month);
        return new UsageAnswer(
                month.start().toString(),
                month.end().toString(),
                used,
                all || allowance.scansPerMonth() == 0 ? null : Long.valueOf(allowance.scansPerMonth()),
                recent(all, allowance, Recent.HITS, now),
                recent(all, allowance, Recent.SCANS, now),
                month.forecast(used, now));
    }

    /** Whether a credential has made no call in this calendar month (UTC) and the one before. */
    public boolean isSilent(String tenant, String credential) {
        String before = Month.of(time.millis()).month().minusMonths(1).toString();
        return counts.latest(tenant, credential).compareTo(before) < 0;
    }

    /** Down while counts of other nodes do not come in. */
    public Health health() {
        return counts.health();
    }

    @Override
    public void close() {
        counts.close();
    }

    private void requireQuota(Allowance allowance, Month month, long now) {
        int max = allowance.scansPerMonth();
        if (max > 0 && used(allowance, month) >= max) {
            throw Refusal.of(
                            ErrorCode.QUOTA_EXCEEDED,
                            "The key may make " + max + " calls a month, and has made them; nothing was decided.")
                    .retryAfter(seconds(month.end().toEpochMilli() - now));
        }
    }

    private long used(Allowance allowance, Month month) {
        return counts.used(allowance.tenant(), allowance.credential(), month.text());
    }

    private static void requireRate(Allowance allowance, Spending spending, long now) {
        int max = allowance.scansPerMinute();
        long waitMillis = max == 0 ? 0 : spending.bucket().take(max, now);
        if (waitMillis > 0) {
            spending.hits().add(now);
            throw Refusal.of(
                            ErrorCode.RATE_LIMITED,
                            "The key may make " + max + " calls a minute; this one was not read.")
                    .retryAfter(seconds(waitMillis));
        }
    }

    private enum Recent {
        HITS,
        SCANS
    }

    private long recent(boolean all, Allowance allowance, Recent what, long now) {
        String start = all ? allowance.tenant() + "|" : allowance.id();
        return spendings.entrySet().stream()
                .filter(entry ->
                        all ? entry.getKey().startsWith(start) : entry.getKey().equals(start))
                .map(Map.Entry::getValue)
                .map(spending -> what == Recent.HITS ? spending.hits() : spending.scans())
                .mapToLong(count -> count.sum(now))
                .sum();
    }

    private static long seconds(long millis) {
        return Math.max(1, (millis + MILLIS_PER_SECOND - 1) / MILLIS_PER_SECOND);
    }
}
