package io.weir.scanapi.limit;

/** Counts what happened in the recent past, by slots of time. Safe to share between threads. */
final class RecentCount {

    private final long slotMillis;
    private final long[] counts;
    private long newestSlot;

    /** A count over {@code slots} slots of this length. */
    RecentCount(int slots, long slotMillis) {
        this.counts = new long[slots];
        this.slotMillis = slotMillis;
    }

    /** Counts one more. */
    synchronized void add(long timeMillis) {
        counts[index(moveTo(timeMillis))]++;
    }

    /** How many were counted in the slots up to now. */
    synchronized long sum(long timeMillis) {
        moveTo(timeMillis);
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Empties the slots that time has left behind, and gives the newest. A clock that goes back adds to the newest. */
    private long moveTo(long timeMillis) {
        long slot = timeMillis / slotMillis;
        for (long next = Math.max(newestSlot + 1, slot - counts.length + 1); next <= slot; next++) {
            counts[index(next)] = 0;
        }
        newestSlot = Math.max(newestSlot, slot);
        return newestSlot;
    }

    private int index(long slot) {
        return (int) (slot % counts.length);
    }
}
