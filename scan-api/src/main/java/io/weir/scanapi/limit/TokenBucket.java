package io.weir.scanapi.limit;

/**
 * A token bucket: it fills evenly, holds twice the tokens of a minute, and each call takes one. So a caller may save up
 * a burst, and the average stays. What calls to other nodes took is owed, so the average stays there too. Safe to share
 * between threads.
 */
final class TokenBucket {

    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final int BURST = 2;

    private boolean used;
    private double tokens;
    private long filledMillis;

    /**
     * Takes a token.
     *
     * @param perMinute tokens that come in a minute, at least 1
     * @param timeMillis now, epoch milliseconds
     * @return 0 if there was one, or how long it takes until there is, in milliseconds
     */
    synchronized long take(int perMinute, long timeMillis) {
        fill(perMinute, timeMillis);
        if (tokens >= 1) {
            tokens--;
            return 0;
        }
        return (long) Math.ceil((1 - tokens) * MILLIS_PER_MINUTE / perMinute);
    }

    /** Takes what was taken elsewhere, now or before. No more is owed than the bucket holds. */
    synchronized void owe(int perMinute, long count, long timeMillis) {
        fill(perMinute, Math.max(timeMillis, filledMillis));
        tokens = Math.max(-(double) perMinute * BURST, tokens - count);
    }

    private void fill(int perMinute, long timeMillis) {
        double capacity = (double) perMinute * BURST;
        double come = Math.max(0, timeMillis - filledMillis) * perMinute / MILLIS_PER_MINUTE;
        tokens = used ? Math.min(capacity, tokens + come) : capacity;
        used = true;
        filledMillis = timeMillis;
    }
}
