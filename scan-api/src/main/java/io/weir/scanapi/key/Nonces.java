package io.weir.scanapi.key;

import io.weir.scanapi.http.Refusal;
import io.weir.schemas.error.ErrorCode;
import java.util.HashMap;
import java.util.Map;

/**
 * Nonces that were used and could be used again: each until its request would be too old. Safe to share between
 * threads.
 */
public final class Nonces {

    private static final int NONCES_MAX = 100_000;

    private final long windowMillis;
    private final Map<String, Long> endsMillis = new HashMap<>();
    private long sweptMillis;

    /**
     * No nonces yet.
     *
     * @param windowMillis how long before and after its time a request is taken
     */
    public Nonces(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    /**
     * Takes a nonce.
     *
     * @param endMillis from when on the request would be refused for its age, epoch milliseconds
     * @return whether nobody had taken it
     * @throws Refusal {@code OVERLOADED} if there is no room to remember it
     */
    public synchronized boolean take(String nonce, long endMillis, long timeMillis) {
        requireRoom(timeMillis);
        return endsMillis.putIfAbsent(nonce, endMillis) == null;
    }

    /** Whether a nonce is taken. */
    synchronized boolean isTaken(String nonce) {
        return endsMillis.containsKey(nonce);
    }

    /** As {@link #take}, of what was let in elsewhere, where there was room. */
    synchronized boolean takeAnyway(String nonce, long endMillis, long timeMillis) {
        sweep(timeMillis);
        return endsMillis.putIfAbsent(nonce, endMillis) == null;
    }

    /**
     * Makes room for another one.
     *
     * @throws Refusal {@code OVERLOADED} if there is none
     */
    synchronized void requireRoom(long timeMillis) {
        sweep(timeMillis);
        if (endsMillis.size() >= NONCES_MAX) {
            throw Refusal.of(ErrorCode.OVERLOADED, "Too many signed requests came of late to tell repeats.");
        }
    }

    private void sweep(long timeMillis) {
        if (timeMillis - sweptMillis > windowMillis || endsMillis.size() >= NONCES_MAX) {
            endsMillis.values().removeIf(end -> end < timeMillis);
            sweptMillis = timeMillis;
        }
    }
}
