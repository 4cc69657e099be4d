package io.weir.messaging.memory;

import io.weir.messaging.AlertFeed;
import io.weir.messaging.AlertHistory;
import io.weir.platform.health.Health;
import io.weir.schemas.event.AlertRaised;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Alerts of one process, for tests and evaluation runs. A listener hears an alert before {@link #raise} returns. */
public final class MemoryAlerts implements AlertFeed, AlertHistory {

    private final List<Function<AlertRaised, CompletionStage<?>>> listeners = new ArrayList<>();
    private final Map<String, AlertRaised> raised = new LinkedHashMap<>();

    /** Tells an alert. */
    public synchronized void raise(AlertRaised alert) {
        raised.put(alert.alertId(), alert);
        listeners.forEach(
                listener -> listener.apply(alert).toCompletableFuture().join());
    }

    @Override
    public synchronized void follow(Function<AlertRaised, CompletionStage<?>> listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized List<AlertRaised> find(String tenant, Set<String> alertIds, long aboutMillis) {
        return raised.values().stream()
                .filter(alert -> alert.principal().tenant().equals(tenant) && alertIds.contains(alert.alertId()))
                .toList();
    }

    @Override
    public Health health() {
        return Health.UP;
    }
}
