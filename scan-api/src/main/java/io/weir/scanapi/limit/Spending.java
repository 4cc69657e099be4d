package io.weir.scanapi.limit;

import java.util.concurrent.TimeUnit;

/** What one credential does on this node: its bucket, and what it did of late. Safe to share between threads. */
final class Spending {

    private static final int RATE_SLOTS = 60;
    private static final int HIT_SLOTS = 24;

    private final TokenBucket bucket = new TokenBucket();
    private final RecentCount scans = new RecentCount(RATE_SLOTS, TimeUnit.SECONDS.toMillis(1));
    private final RecentCount hits = new RecentCount(HIT_SLOTS, TimeUnit.HOURS.toMillis(1));

    TokenBucket bucket() {
        return bucket;
    }

    /** Calls judged, in the last minute. */
    RecentCount scans() {
        return scans;
    }

    /** Calls refused for coming too fast, in the last day. */
    RecentCount hits() {
        return hits;
    }
}
