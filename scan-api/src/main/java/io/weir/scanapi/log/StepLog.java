package io.weir.scanapi.log;

import io.weir.messaging.log.SharedLog;
import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Health;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.topic.Topic;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A shared log of steps, each of which may change something or come too late. Safe to share between threads.
 *
 * @param <E> type of the steps
 */
public final class StepLog<E> implements AutoCloseable {

    private final Function<E, String> id;
    private final long waitMillisMax;
    private final Map<String, Boolean> outcomes = new ConcurrentHashMap<>();
    private final SharedLog<E> log;

    private StepLog(SharedLogs logs, Form<E> form, Predicate<E> fold, long waitMillisMax) {
        this.id = form.id();
        this.waitMillisMax = waitMillisMax;
        this.log = logs.open(form.topic(), form.type(), form.key(), step -> hear(step, fold));
    }

    /**
     * What a log of steps is.
     *
     * @param topic where it is kept
     * @param type of the steps
     * @param id of a step, unique
     * @param key record key of a step
     */
    public record Form<E>(Topic topic, Class<E> type, Function<E, String> id, Function<E, String> key) {}

    /**
     * Opens a log, and returns when all that is in it has been folded.
     *
     * @param fold takes a step, and tells whether it changed something
     * @param waitMillisMax how long a step may take to be stored
     * @throws io.weir.messaging.log.SharedLogUnusable if the log cannot be read
     */
    public static <E> StepLog<E> open(SharedLogs logs, Form<E> form, Predicate<E> fold, long waitMillisMax) {
        return new StepLog<>(logs, form, fold, waitMillisMax);
    }

    /**
     * Takes a step and waits until this node has read it back.
     *
     * @return whether it changed something
     * @throws Refusal {@code EVENTS_UNAVAILABLE} if it could not be stored in time
     */
    public boolean take(E step) {
        try {
            return takeLater(step).toCompletableFuture().get(waitMillisMax, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw Refusal.of(ErrorCode.EVENTS_UNAVAILABLE, "The step could not be stored; nothing was changed.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(ErrorCode.EVENTS_UNAVAILABLE, "The service is shutting down; nothing was changed.");
        }
    }

    /** As {@link #take}, without waiting; fails with {@link io.weir.messaging.PublishFailed}. */
    public CompletionStage<Boolean> takeLater(E step) {
        String stepId = id.apply(step);
        outcomes.put(stepId, false);
        return log.append(step).handle((done, failure) -> {
            boolean effective = Boolean.TRUE.equals(outcomes.remove(stepId));
            if (failure instanceof RuntimeException thrown) {
                throw thrown;
            }
            return effective;
        });
    }

    /** Down while steps of other nodes do not come in. */
    public Health health() {
        return log.health();
    }

    @Override
    public void close() {
        log.close();
    }

    private void hear(E step, Predicate<E> fold) {
        outcomes.replace(id.apply(step), fold.test(step));
    }
}
