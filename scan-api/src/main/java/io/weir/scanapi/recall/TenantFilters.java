package io.weir.scanapi.recall;

import io.weir.engine.link.Suspects;
import io.weir.engine.link.TaintFilter;
import io.weir.engine.link.Write;
import io.weir.schemas.event.Taint;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The filter of each tenant, bounded in bytes all together: the tenant that takes most gives way, with what is least
 * sensitive, then oldest. Changed by one thread; asked by any number.
 */
final class TenantFilters {

    private final long bytesMax;
    private final Map<String, TaintFilter> filters = new TreeMap<>();
    private final ReentrantReadWriteLock guard = new ReentrantReadWriteLock();
    private volatile long bytes;
    private volatile int reads;

    TenantFilters(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /**
     * Adds the sample of a read. Gives the number of reads forgotten for it.
     *
     * @param oldestMillis what was read before may be forgotten
     * @throws IllegalArgumentException if the sample is none
     */
    int add(Taint taint, long oldestMillis) {
        change(() -> filters.computeIfAbsent(taint.tenant(), tenant -> new TaintFilter())
                .add(taint));
        int before = reads;
        while (bytes > bytesMax) {
            lighten(oldestMillis);
        }
        return before - reads;
    }

    /** What a write of a tenant may carry. */
    Suspects suspects(String tenant, Write write) {
        guard.readLock().lock();
        try {
            TaintFilter filter = filters.get(tenant);
            return filter == null ? Suspects.NONE : filter.suspects(write);
        } finally {
            guard.readLock().unlock();
        }
    }

    /** Estimated heap. */
    long bytes() {
        return bytes;
    }

    /** Number of reads. */
    int reads() {
        return reads;
    }

    /** Number of reads of a tenant. */
    int reads(String tenant) {
        guard.readLock().lock();
        try {
            TaintFilter filter = filters.get(tenant);
            return filter == null ? 0 : filter.size();
        } finally {
            guard.readLock().unlock();
        }
    }

    /** Builds the lighter filter beside the old one, so that nobody who asks waits for that. */
    private void lighten(long oldestMillis) {
        Map.Entry<String, TaintFilter> largest = filters.entrySet().stream()
                .max(Comparator.comparingLong(entry -> entry.getValue().bytes()))
                .orElseThrow();
        TaintFilter lighter = largest.getValue().lightened(oldestMillis);
        String tenant = largest.getKey();
        change(() -> {
            if (lighter.size() == 0) {
                filters.remove(tenant);
            } else {
                filters.put(tenant, lighter);
            }
        });
    }

    private void change(Runnable change) {
        guard.writeLock().lock();
        try {
            change.run();
            bytes = filters.values().stream().mapToLong(TaintFilter::bytes).sum();
            reads = filters.values().stream().mapToInt(TaintFilter::size).sum();
        } finally {
            guard.writeLock().unlock();
        }
    }
}
