package io.weir.launcher.stack;

import io.weir.messaging.EventArchive;
import io.weir.messaging.EventPublisher;
import io.weir.messaging.FetchFailed;
import io.weir.messaging.RecordPosition;
import io.weir.messaging.StoredEvent;
import io.weir.messaging.TaintFeed;
import io.weir.messaging.TaintListener;
import io.weir.messaging.TaintPorts;
import io.weir.messaging.TaintPublisher;
import io.weir.platform.health.Health;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.Taint;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** What a node publishes to and hears from where it is alone: nobody, and nothing. Safe to share between threads. */
final class LonePorts implements EventPublisher, TaintPublisher, TaintFeed, EventArchive {

    private static final String PLACE = "nowhere";

    private final AtomicLong published = new AtomicLong();

    TaintPorts taints() {
        return new TaintPorts(this, this, this);
    }

    @Override
    public CompletionStage<RecordPosition> publish(SessionEvent event) {
        return CompletableFuture.completedFuture(new RecordPosition(PLACE, 0, published.getAndIncrement()));
    }

    @Override
    public void publish(Taint taint) {
        // There is no other node.
    }

    @Override
    public void follow(TaintListener listener) {
        // There is nothing to hear.
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
        return CompletableFuture.failedStage(new FetchFailed(partition, offset, "nothing is stored", null));
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
