package io.weir.messaging.memory;

import io.weir.messaging.AlertFeed;
import io.weir.platform.health.Health;
import io.weir.schemas.event.AlertRaised;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Alerts of one process, for tests and evaluation runs. A listener hears an alert before {@link #raise} returns. */
public final class MemoryAlerts implements AlertFeed {

    private final List<Function<AlertRaised, CompletionStage<?>>> listeners = new ArrayList<>();

    /** Tells an alert. */
    public synchronized void raise(AlertRaised alert) {
        listeners.forEach(
                listener -> listener.apply(alert).toCompletableFuture().join());
    }

    @Override
    public synchronized void follow(Function<AlertRaised, CompletionStage<?>> listener) {
        listeners.add(listener);
    }

    @Override
    public Health health() {
        return Health.UP;
    }
}
