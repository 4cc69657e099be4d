package io.weir.edge.response;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of responses are in memory because they have not been reported yet. Safe to share. */
public final class HeldBytes {

    private final AtomicLong now = new AtomicLong();
    private final AtomicLong most = new AtomicLong();

    void add(int bytes) {
        long held = now.addAndGet(bytes);
        most.accumulateAndGet(held, Math::max);
    }

    void remove(int bytes) {
        now.addAndGet(-bytes);
    }

    /** Held now, over all responses. */
    public long now() {
        return now.get();
    }

    /** Most ever held at once. */
    public long most() {
        return most.get();
    }
}
