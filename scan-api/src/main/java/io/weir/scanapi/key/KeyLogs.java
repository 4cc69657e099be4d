package io.weir.scanapi.key;

import io.weir.messaging.log.SharedLog;
import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Health;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.access.KeyEvent;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.topic.Topics;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The two logs that all nodes know keys from: one for keys that last, one for those that do not. Safe to share between
 * threads.
 */
public final class KeyLogs implements AutoCloseable {

    private final SharedLog<KeyEvent> lasting;
    private final SharedLog<KeyEvent> ephemeral;
    private final long waitMillisMax;

    private KeyLogs(SharedLog<KeyEvent> lasting, SharedLog<KeyEvent> ephemeral, long waitMillisMax) {
        this.lasting = lasting;
        this.ephemeral = ephemeral;
        this.waitMillisMax = waitMillisMax;
    }

    /**
     * Reads what is in the logs now, and goes on reading.
     *
     * @param listener gets every event; those of the two logs may come at once
     * @param waitMillisMax how long an append may take
     */
    public static KeyLogs open(SharedLogs logs, Consumer<KeyEvent> listener, long waitMillisMax) {
        SharedLog<KeyEvent> lasting = logs.open(Topics.KEYS, KeyEvent.class, KeyEvent::recordKey, listener);
        SharedLog<KeyEvent> ephemeral = logs.open(Topics.EPHEMERAL_KEYS, KeyEvent.class, KeyEvent::recordKey, listener);
        return new KeyLogs(lasting, ephemeral, waitMillisMax);
    }

    /**
     * Appends an event and waits until this node has read it back.
     *
     * @throws Refusal {@code EVENTS_UNAVAILABLE} if that fails or takes too long
     */
    void append(KeyEvent event, boolean isEphemeral) {
        CompletionStage<Void> stored = (isEphemeral ? ephemeral : lasting).append(event);
        try {
            stored.toCompletableFuture().get(waitMillisMax, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw Refusal.of(
                    ErrorCode.EVENTS_UNAVAILABLE, "What happened to the key could not be stored; nothing was decided.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(ErrorCode.EVENTS_UNAVAILABLE, "The service is shutting down; nothing was decided.");
        }
    }

    /** Down while keys that other nodes make or revoke do not come in. */
    public Health health() {
        Health health = lasting.health();
        return health.equals(Health.UP) ? ephemeral.health() : health;
    }

    @Override
    public void close() {
        lasting.close();
        ephemeral.close();
    }
}
