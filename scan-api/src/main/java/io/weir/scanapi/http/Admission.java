package io.weir.scanapi.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.weir.schemas.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a bounded number of requests work at once and refuses the others at the door, so that memory stays bounded and
 * health checks still get a thread. Safe to share between threads.
 */
public final class Admission {

    private final int requestsMax;
    private final Semaphore places;
    private volatile boolean closed;

    /** A door for this many requests at once. */
    public Admission(int requestsMax) {
        this.requestsMax = requestsMax;
        this.places = new Semaphore(requestsMax);
    }

    /** A handler that answers {@code OVERLOADED} when there is no place. */
    public Handler guard(Handler handler) {
        return context -> admit(context, handler);
    }

    /** Requests at work now. */
    public int atWork() {
        return requestsMax - places.availablePermits();
    }

    /** Admits nobody any more, and waits at most {@code wait} until those at work have finished. Idempotent. */
    public void closeAfter(Duration wait) {
        closed = true;
        try {
            if (places.tryAcquire(requestsMax, wait.toNanos(), TimeUnit.NANOSECONDS)) {
                places.release(requestsMax);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit(Context context, Handler handler) throws Exception {
        if (closed) {
            throw Refusal.of(ErrorCode.OVERLOADED, "The service is stopping; ask another node.");
        }
        if (!places.tryAcquire()) {
            throw Refusal.of(
                    ErrorCode.OVERLOADED, "More than " + requestsMax + " requests are at work; this one was not read.");
        }
        try {
            handler.handle(context);
        } finally {
            places.release();
        }
    }
}
