package io.weir.edge.enforce;

import io.weir.client.CallerHeaders;
import io.weir.client.ScanFailure;
import io.weir.client.ScanRefused;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ResponseScanRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports of what went on although the scan API did not answer: kept and sent once it answers again, so that what an
 * agent read during an outage is known when it writes after it. Kept in memory only, within limits of bytes and of
 * time; what is beyond them is dropped and counted. Safe to share between threads.
 */
public final class LateReports implements AutoCloseable {

    /** Most bytes of reports, in JSON, that wait at once. */
    static final int KEPT_BYTES_MAX = 8 << 20;

    private static final long KEPT_NANOS_MAX = TimeUnit.MINUTES.toNanos(10);
    private static final int RETRY_MILLIS = 1_000;

    private final Sending sending;
    private final Consumer<String> counted;
    private final Deque<Late> late = new ArrayDeque<>();
    private @Nullable ScheduledExecutorService retries;
    private int keptBytes;

    /**
     * No reports yet.
     *
     * @param counted is told what has become of each: reported, refused or dropped
     */
    public LateReports(Sending sending, Consumer<String> counted) {
        this.sending = sending;
        this.counted = counted;
    }

    /** Reports to the scan API. */
    @FunctionalInterface
    public interface Sending {

        /** Sends a report and waits until it is taken. */
        void send(ResponseScanRequest report, CallerHeaders headers) throws ScanFailure, InterruptedException;
    }

    private record Late(ResponseScanRequest report, CallerHeaders headers, int bytes, long sinceNanos) {}

    /** Sends it once the scan API answers again. */
    public synchronized void keep(ResponseScanRequest report, CallerHeaders headers) {
        int bytes = Json.bytes(report).length;
        if (keptBytes + bytes > KEPT_BYTES_MAX) {
            counted.accept("dropped");
            return;
        }
        late.addLast(new Late(report, headers, bytes, System.nanoTime()));
        keptBytes += bytes;
        if (retries == null) {
            retries = Executors.newSingleThreadScheduledExecutor(LateReports::thread);
            retries.scheduleWithFixedDelay(this::retry, RETRY_MILLIS, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "weir-late-reports");
        thread.setDaemon(true);
        return thread;
    }

    private void retry() {
        try {
            for (Late next = first(); next != null; next = first()) {
                String outcome = sent(next);
                forget(next);
                counted.accept(outcome);
            }
        } catch (ScanFailure e) {
            // They wait for the next time.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String sent(Late next) throws ScanFailure, InterruptedException {
        if (System.nanoTime() - next.sinceNanos() > KEPT_NANOS_MAX) {
            return "dropped";
        }
        try {
            sending.send(next.report(), next.headers());
            return "reported";
        } catch (ScanRefused e) {
            return "refused";
        }
    }

    private synchronized @Nullable Late first() {
        return late.peekFirst();
    }

    private synchronized void forget(Late first) {
        if (first.equals(late.pollFirst())) {
            keptBytes -= first.bytes();
        }
    }

    /** Drops what has not been sent. */
    @Override
    public synchronized void close() {
        if (retries != null) {
            retries.shutdownNow();
        }
        late.forEach(dropped -> counted.accept("dropped"));
        late.clear();
        keptBytes = 0;
    }
}
