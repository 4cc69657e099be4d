package io.weir.messaging.memory;

import io.weir.messaging.EventArchive;
import io.weir.messaging.FetchFailed;
import io.weir.messaging.StoredEvent;
import io.weir.messaging.TaintFeed;
import io.weir.messaging.TaintListener;
import io.weir.messaging.TaintPorts;
import io.weir.messaging.TaintPublisher;
import io.weir.platform.health.Health;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.Taint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Taints of nodes in one process. A listener hears a taint before {@link #publish} returns. Safe to share between
 * threads.
 */
public final class MemoryTaints implements TaintPublisher, TaintFeed, EventArchive {

    private final MemoryEventPublisher events;
    private final List<Taint> taints = new ArrayList<>();
    private final List<TaintListener> listeners = new ArrayList<>();

    /** Taints of the events that this publisher keeps. */
    public MemoryTaints(MemoryEventPublisher events) {
        this.events = events;
    }

    /** All ports of one node. */
    public TaintPorts ports() {
        return new TaintPorts(this, this, this);
    }

    @Override
    public synchronized void publish(Taint taint) {
        taints.add(taint);
        listeners.forEach(listener -> listener.hear(taint));
    }

    @Override
    public synchronized void follow(TaintListener listener) {
        taints.forEach(listener::hear);
        listeners.add(listener);
    }

    @Override
    public boolean awaitCaughtUp(Duration waitMax) {
        return true;
    }

    @Override
    public Health health() {
        return Health.UP;
    }

    @Override
    public CompletionStage<StoredEvent> fetch(int partition, long offset) {
        return events.at(offset)
                .map(event -> new StoredEvent(event, new RecordPlace(MemoryEventPublisher.PLACE, partition, offset)))
                .map(CompletableFuture::completedStage)
                .orElseGet(() -> CompletableFuture.failedStage(new FetchFailed(partition, offset, "gone", null)));
    }
}
