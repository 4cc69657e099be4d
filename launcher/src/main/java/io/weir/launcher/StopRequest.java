package io.weir.launcher;

import java.util.concurrent.CountDownLatch;

/** That somebody wants the process to end: Ctrl-C or SIGTERM. A command that stays waits for it. */
public final class StopRequest {

    private final CountDownLatch requested = new CountDownLatch(1);
    private volatile boolean awaited;

    /** Waits until the process shall end. */
    public void await() throws InterruptedException {
        awaited = true;
        requested.await();
    }

    /** Asks for the end. */
    public void request() {
        requested.countDown();
    }

    /** Whether a command waits, and so ends by itself once it is asked to. */
    boolean isAwaited() {
        return awaited;
    }
}
