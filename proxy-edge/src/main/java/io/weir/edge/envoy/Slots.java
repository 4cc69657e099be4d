package io.weir.edge.envoy;

import java.util.concurrent.Semaphore;

/** Bounds how many calls are under way at once, over both services. Safe to share. */
final class Slots {

    private final Semaphore free;

    Slots(int countMax) {
        this.free = new Semaphore(countMax);
    }

    /** Whether there was one left. */
    boolean take() {
        return free.tryAcquire();
    }

    void giveBack() {
        free.release();
    }
}
