package io.weir.scanapi.scan;

import io.weir.messaging.EventPublisher;
import io.weir.messaging.PublishFailed;
import io.weir.messaging.RecordPosition;
import io.weir.platform.health.Health;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.event.SessionEvent;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that no decision leaves without its record: an event is handed to the publisher in the order of judgement,
 * and the answer waits until it is stored. If it is not, the request is refused.
 *
 * <p>Safe to share between threads.
 */
public final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    /** How long a failure counts against readiness: without traffic nothing could prove that it is over. */
    private static final long FAILURE_SHOWN_MILLIS = 10_000;

    private static final long NEVER = Long.MIN_VALUE;

    private final EventPublisher publisher;
    private final long waitMillisMax;
    private final InstantSource time;
    private volatile long failedMillis = NEVER;

    /** A recorder that waits at most {@code waitMillisMax} for an event to be stored. */
    public Recorder(EventPublisher publisher, long waitMillisMax, InstantSource time) {
        this.publisher = publisher;
        this.waitMillisMax = waitMillisMax;
        this.time = time;
    }

    /** Hands an event over. Events of one session are handed over in order, so the caller holds the session. */
    CompletionStage<RecordPosition> enqueue(SessionEvent event) {
        try {
            return publisher.publish(event);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Waits until an event is stored, and gives its place.
     *
     * @throws Refusal {@code EVENTS_UNAVAILABLE} if it was not stored, or not in time
     */
    RecordPosition await(CompletionStage<RecordPosition> stored) {
        try {
            RecordPosition position = stored.toCompletableFuture().get(waitMillisMax, TimeUnit.MILLISECONDS);
            failedMillis = NEVER;
            return position;
        } catch (ExecutionException e) {
            throw unavailable("The event could not be stored", e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw unavailable("The event was not stored within " + waitMillisMax + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The service is shutting down", e);
        }
    }

    /** Down shortly after a failure, until an event is stored again. */
    public Health health() {
        long failed = failedMillis;
        return failed == NEVER || time.millis() - failed > FAILURE_SHOWN_MILLIS
                ? Health.UP
                : Health.down("events could not be stored a moment ago; check Kafka");
    }

    private Refusal unavailable(String detail, Throwable cause) {
        // A foreign message may quote the record, so only the publisher's own word for the cause is logged.
        String reason = cause instanceof PublishFailed failed ? failed.reason().name() : "UNKNOWN";
        LOG.warn(
                "event=store_failed reason={} cause={}",
                reason,
                cause.getClass().getName());
        if (cause instanceof PublishFailed failed && failed.reason() == PublishFailed.Reason.TOO_LARGE) {
            // The fault of this one request: trying again would not help, and others can still be stored.
            return Refusal.of(
                    ErrorCode.PAYLOAD_TOO_LARGE, "The record of this request is too large; nothing was decided.");
        }
        failedMillis = time.millis();
        return Refusal.of(ErrorCode.EVENTS_UNAVAILABLE, detail + "; nothing was decided.");
    }
}
