package io.weir.scanapi.limit;

import io.weir.messaging.log.SharedLog;
import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Health;
import io.weir.schemas.access.ScansCounted;
import io.weir.schemas.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Calls of the current period, a month or a day, by whom they count for, on all nodes. Each node counts for itself and
 * tells the others what it has counted so far, so a sum is behind by as much as the others have counted since they
 * last told.
 *
 * <p>Safe to share between threads.
 */
final class PeriodCounts implements AutoCloseable {

    private static final long CLOSE_MILLIS_MAX = 2_000;

    private final String node;
    private final int periodLength;
    private final Map<String, ScansCounted> own = new HashMap<>();
    private final Map<String, Long> told = new HashMap<>();
    /** By month and credential, then by node. */
    private final Map<String, Map<String, ScansCounted>> others = new HashMap<>();

    private final ScheduledExecutorService teller;
    private final SharedLog<ScansCounted> log;
    private final Map<String, String> latest = new HashMap<>();
    private String period = "";

    /**
     * Counts that are shared by these logs.
     *
     * @param node UUID of this process
     * @param periodLength how long the text of a period is; periods of other kinds stand in the same log
     * @param purpose what is counted for, in the name of the thread that tells
     */
    PeriodCounts(SharedLogs logs, String node, int periodLength, String purpose) {
        this.node = node;
        this.periodLength = periodLength;
        this.teller = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "weir-" + purpose);
            thread.setDaemon(true);
            return thread;
        });
        this.log = logs.open(Topics.SCANS_COUNTED, ScansCounted.class, ScansCounted::recordKey, this::hear);
    }

    /** Tells the other nodes from now on, again and again. */
    void tellEach(long pauseMillis) {
        teller.scheduleWithFixedDelay(this::tell, pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
    }

    /** Counts one more of a credential. */
    synchronized void add(String tenant, String credential, String now) {
        turnTo(now);
        note(tenant, credential, now);
        own.merge(
                id(now, tenant + "|" + credential),
                new ScansCounted(tenant, credential, now, node, 1),
                (before, one) -> before.plusOne());
    }

    /** What a credential has used in a period. */
    synchronized long used(String tenant, String credential, String now) {
        turnTo(now);
        String id = id(now, tenant + "|" + credential);
        ScansCounted here = own.get(id);
        return (here == null ? 0 : here.scans()) + sum(others.getOrDefault(id, Map.of()));
    }

    /** The last period that anything was counted in for a credential; the empty text for none. */
    synchronized String latest(String tenant, String credential) {
        return latest.getOrDefault(tenant + "|" + credential, "");
    }

    /** How many have a count of this node. */
    synchronized int size() {
        return own.size();
    }

    /** What a tenant has used in a period. */
    synchronized long usedByTenant(String tenant, String now) {
        turnTo(now);
        String start = id(now, tenant + "|");
        long used = 0;
        for (Map.Entry<String, ScansCounted> here : own.entrySet()) {
            used += here.getKey().startsWith(start) ? here.getValue().scans() : 0;
        }
        for (Map.Entry<String, Map<String, ScansCounted>> there : others.entrySet()) {
            used += there.getKey().startsWith(start) ? sum(there.getValue()) : 0;
        }
        return used;
    }

    /** Tells the other nodes what has changed since the last time. What could not be told is told the next time. */
    CompletableFuture<Void> tell() {
        return CompletableFuture.allOf(untold().stream()
                .map(counted -> log.append(counted).thenRun(() -> told(counted)).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }

    Health health() {
        return log.health();
    }

    /** Tells the rest, waits a moment for it, and stops listening. */
    @Override
    public void close() {
        teller.shutdownNow();
        tell().completeOnTimeout(null, CLOSE_MILLIS_MAX, TimeUnit.MILLISECONDS)
                .exceptionally(failure -> null)
                .join();
        log.close();
    }

    private synchronized List<ScansCounted> untold() {
        return own.values().stream()
                .filter(counted -> told.getOrDefault(counted.recordKey(), 0L) < counted.scans())
                .toList();
    }

    private synchronized void told(ScansCounted counted) {
        told.put(counted.recordKey(), counted.scans());
    }

    private synchronized void hear(ScansCounted counted) {
        boolean sameKind = counted.period().length() == periodLength;
        if (sameKind) {
            note(counted.tenant(), counted.credential(), counted.period());
        }
        if (sameKind && !counted.node().equals(node) && counted.period().compareTo(period) >= 0) {
            String id = id(counted.period(), counted.tenant() + "|" + counted.credential());
            others.computeIfAbsent(id, unheard -> new HashMap<>()).put(counted.node(), counted);
        }
    }

    private void note(String tenant, String credential, String counted) {
        // Days are counted for agents, whose names callers choose: only keys are few enough to keep.
        if (periodLength == Month.TEXT_LENGTH) {
            latest.merge(tenant + "|" + credential, counted, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    private void turnTo(String now) {
        if (now.compareTo(period) > 0) {
            period = now;
            own.clear();
            told.clear();
            others.keySet().removeIf(id -> id.compareTo(period) < 0);
        }
    }

    private static long sum(Map<String, ScansCounted> byNode) {
        return byNode.values().stream().mapToLong(ScansCounted::scans).sum();
    }

    private static String id(String period, String credential) {
        return period + "|" + credential;
    }
}
