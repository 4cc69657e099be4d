package io.weir.scanapi.key;

import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Health;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.log.StepLog;
import io.weir.schemas.access.NonceTaken;
import io.weir.schemas.topic.Topics;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Nonces of signed requests, over all nodes and restarts: of two requests with one nonce, the one that stands first in
 * the shared log is good. Safe to share between threads.
 */
public final class NonceLog implements AutoCloseable {

    private final long windowMillis;
    private final Nonces nonces;
    private final Supplier<UUID> ids;
    private final StepLog<NonceTaken> log;

    private NonceLog(SharedLogs logs, long windowMillis, Supplier<UUID> ids, long waitMillisMax) {
        this.windowMillis = windowMillis;
        this.nonces = new Nonces(windowMillis);
        this.ids = ids;
        this.log = StepLog.open(
                logs,
                new StepLog.Form<>(Topics.NONCES, NonceTaken.class, NonceTaken::claimId, NonceTaken::recordKey),
                this::hear,
                waitMillisMax);
    }

    /**
     * Opens the log, and returns when what is in it has been read.
     *
     * @param ids random UUIDs, version 4
     * @param waitMillisMax how long storing a nonce may take
     */
    public static NonceLog open(SharedLogs logs, Supplier<UUID> ids, long waitMillisMax) {
        return new NonceLog(logs, Signatures.WINDOW_MILLIS, ids, waitMillisMax);
    }

    /** Whether this node has read that a nonce is taken. */
    boolean isTaken(String keyId, String nonce) {
        return nonces.isTaken(name(keyId, nonce));
    }

    /**
     * Takes a nonce, and waits until its place in the log is known.
     *
     * @param endMillis from when on the request would be refused for its age, epoch milliseconds
     * @return whether nobody had taken it
     * @throws Refusal {@code OVERLOADED} if there is no room to remember it, {@code EVENTS_UNAVAILABLE} if it cannot be
     *     stored
     */
    boolean take(String keyId, String nonce, long endMillis, long timeMillis) {
        nonces.requireRoom(timeMillis);
        return log.take(new NonceTaken(ids.get().toString(), keyId, nonce, endMillis, timeMillis));
    }

    /** Down while nonces of other nodes do not come in. */
    public Health health() {
        return log.health();
    }

    @Override
    public void close() {
        log.close();
    }

    /** Clocks of nodes differ, so what another one tells forgets a window later. */
    private boolean hear(NonceTaken taken) {
        return nonces.takeAnyway(
                name(taken.keyId(), taken.nonce()), taken.endMillis(), taken.timeMillis() - windowMillis);
    }

    private static String name(String keyId, String nonce) {
        return keyId + "|" + nonce;
    }
}
