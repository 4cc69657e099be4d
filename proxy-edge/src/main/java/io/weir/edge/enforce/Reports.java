package io.weir.edge.enforce;

import io.weir.client.CallerHeaders;
import io.weir.client.ScanClient;
import io.weir.client.ScanRefused;
import io.weir.client.ScanUnavailable;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reports of responses. One whose response goes on although the scan API does not answer is kept and sent once it answers
 * again, so that what an agent read during an outage is known when it writes after it. Kept in memory only, within limits
 * of bytes and of time; what is beyond them is dropped and counted. Safe to share between threads.
 */
public final class Reports implements AutoCloseable {

    /** Most bytes of reports, in JSON, that wait at once. */
    static final int KEPT_BYTES_MAX = 8 << 20;

    private static final long KEPT_NANOS_MAX = TimeUnit.MINUTES.toNanos(10);
    private static final int RETRY_MILLIS = 1_000;

    private final ScanClient client;
    private final EdgeMeters meters;
    private final Deque<Late> late = new ArrayDeque<>();
    private @Nullable ScheduledExecutorService retries;
    private int keptBytes;

    /** Reports to this scan API. */
    public Reports(ScanClient client, EdgeMeters meters) {
        this.client = client;
        this.meters = meters;
    }

    private record Late(ResponseScanRequest report, CallerHeaders headers, int bytes, long sinceNanos) {}

    /** As {@link ScanClient#observe}. */
    ResponseScanAnswer observe(ResponseScanRequest report, CallerHeaders headers)
            throws ScanUnavailable, ScanRefused, InterruptedException {
        return client.observe(report, headers);
    }

    /** As {@link ScanClient#report}. */
    void send(ResponseScanRequest report, CallerHeaders headers)
            throws ScanUnavailable, ScanRefused, InterruptedException {
        client.report(report, headers);
    }

    /** Sends it once the scan API answers again. */
    synchronized void sendLater(ResponseScanRequest report, CallerHeaders headers) {
        int bytes = Json.bytes(report).length;
        if (keptBytes + bytes > KEPT_BYTES_MAX) {
            meters.late("dropped");
            return;
        }
        late.addLast(new Late(report, headers, bytes, System.nanoTime()));
        keptBytes += bytes;
        if (retries == null) {
            retries = Executors.newSingleThreadScheduledExecutor(Reports::thread);
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
                meters.late(outcome);
            }
        } catch (ScanUnavailable e) {
            // They wait for the next time.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String sent(Late next) throws ScanUnavailable, InterruptedException {
        if (System.nanoTime() - next.sinceNanos() > KEPT_NANOS_MAX) {
            return "dropped";
        }
        try {
            client.report(next.report(), next.headers());
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
        late.clear();
    }
}
