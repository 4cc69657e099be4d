package io.weir.messaging;

import io.weir.schemas.event.SessionEvent;
import java.util.concurrent.CompletionStage;

/**
 * Where events of sessions go.
 *
 * <p>Safe to share between threads. Events of one session are stored in the order of the calls to {@link #publish}.
 */
public interface EventPublisher extends AutoCloseable {

    /**
     * Stores an event.
     *
     * @return completed when the event is stored for good, or exceptionally with {@link PublishFailed}; never throws
     */
    CompletionStage<RecordPosition> publish(SessionEvent event);

    /** Waits a bounded time for what is under way, then refuses further events. May be called twice. */
    @Override
    void close();
}
