package io.weir.scanapi.limit;

import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Health;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.access.ScansSpent;
import io.weir.schemas.api.UsageAnswer;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Scope;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets each credential make so many calls a minute and a month, on all nodes together. Each node lets through what it
 * knows of, and takes what others let through from what it lets through next, so the average holds; in a burst, and at
 * the end of a quota, what others have let through and not told yet comes on top. Whoever scans without a credential,
 * in open mode, is not limited. What is kept is bounded by the number of keys.
 *
 * <p>Safe to share between threads.
 */
public final class ScanLimits implements AutoCloseable {

    private static final int MILLIS_PER_SECOND = 1_000;

    private final Map<String, Spending> spendings = new ConcurrentHashMap<>();
    private final PeriodCounts counts;
    private final SharedRates rates;
    private final int perMinuteDefault;
    private final int perMonthDefault;
    private final InstantSource time;

    private ScanLimits(SharedLogs logs, LimitDefaults defaults, String node, InstantSource time) {
        this.counts = new PeriodCounts(logs, node, Month.TEXT_LENGTH, "usage");
        this.rates = SharedRates.open(logs, node, time, this::spentElsewhere);
        this.perMinuteDefault = defaults.perMinute();
        this.perMonthDefault = defaults.perMonth();
        this.time = time;
    }

    /**
     * Limits whose counts are shared by these logs.
     *
     * @param defaults for credentials that have none of their own
     * @param node UUID of this process
     */
    public static ScanLimits open(SharedLogs logs, LimitDefaults defaults, String node, InstantSource time) {
        ScanLimits limits = new ScanLimits(logs, defaults, node, time);
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
        Spending spending = spending(allowance.id());
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
        Health health = counts.health();
        return health.equals(Health.UP) ? rates.health() : health;
    }

    @Override
    public void close() {
        rates.close();
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

    private Spending spending(String id) {
        return spendings.computeIfAbsent(id, unknown -> new Spending());
    }

    private void spentElsewhere(ScansSpent.Spent spent, long timeMillis) {
        spending(spent.tenant() + "|" + spent.credential()).bucket().owe(spent.perMinute(), spent.scans(), timeMillis);
    }

    private void requireRate(Allowance allowance, Spending spending, long now) {
        int max = allowance.scansPerMinute();
        long waitMillis = max == 0 ? 0 : spending.bucket().take(max, now);
        if (waitMillis > 0) {
            spending.hits().add(now);
            throw Refusal.of(
                            ErrorCode.RATE_LIMITED,
                            "The key may make " + max + " calls a minute; this one was not read.")
                    .retryAfter(seconds(waitMillis));
        }
        if (max > 0) {
            rates.spend(allowance);
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
