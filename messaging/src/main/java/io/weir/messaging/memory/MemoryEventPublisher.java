package io.weir.messaging.memory;

import io.weir.messaging.EventPublisher;
import io.weir.messaging.PublishFailed;
import io.weir.messaging.PublishFailed.Reason;
import io.weir.messaging.RecordPosition;
import io.weir.schemas.event.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A publisher that keeps events in memory, up to a number of them. Safe to share between threads. */
public final class MemoryEventPublisher implements EventPublisher {

    /** How many events are kept unless the constructor says otherwise. */
    public static final int DEFAULT_CAPACITY = 100_000;

    static final String PLACE = "memory";

    private final int capacity;
    private final List<SessionEvent> events = new ArrayList<>();
    private long drained;
    private boolean closed;

    /** A publisher with room for {@link #DEFAULT_CAPACITY} events. */
    public MemoryEventPublisher() {
        this(DEFAULT_CAPACITY);
    }

    /** A publisher with room for {@code capacity} events; further ones are refused. */
    public MemoryEventPublisher(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public synchronized CompletionStage<RecordPosition> publish(SessionEvent event) {
        if (closed) {
            return CompletableFuture.failedFuture(new PublishFailed(Reason.CLOSED, PLACE, null));
        }
        if (events.size() == capacity) {
            return CompletableFuture.failedFuture(new PublishFailed(Reason.BUFFER_FULL, PLACE, null));
        }
        events.add(event);
        return CompletableFuture.completedFuture(new RecordPosition(PLACE, 0, drained + events.size() - 1));
    }

    /** What is kept now, in the order of publication. */
    public synchronized List<SessionEvent> events() {
        return List.copyOf(events);
    }

    /** What is kept now; afterwards nothing is. Positions go on. */
    public synchronized List<SessionEvent> drain() {
        List<SessionEvent> taken = events();
        drained += events.size();
        events.clear();
        return taken;
    }

    /** The event at a position, if it is kept. */
    synchronized Optional<SessionEvent> at(long offset) {
        long index = offset - drained;
        return index < 0 || index >= events.size() ? Optional.empty() : Optional.of(events.get((int) index));
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
