package io.weir.platform.health;

import java.util.LinkedHashMap;
import java.util.Map;

/** The named checks of one process. Safe to share between threads. */
public final class Readiness {

    private final Map<String, HealthCheck> checks = new LinkedHashMap<>();

    /**
     * Adds a check.
     *
     * @throws IllegalArgumentException if the name is taken: a programming error
     */
    public synchronized void register(String name, HealthCheck check) {
        if (checks.putIfAbsent(name, check) != null) {
            throw new IllegalArgumentException("there is already a health check named " + name);
        }
    }

    /** Removes a check, if it is there. */
    public synchronized void unregister(String name) {
        checks.remove(name);
    }

    /** Asks all checks now. One that throws counts as down. */
    public HealthReport report() {
        Map<String, Health> healths = new LinkedHashMap<>();
        HealthState worst = HealthState.UP;
        for (Map.Entry<String, HealthCheck> entry : snapshot().entrySet()) {
            Health health = ask(entry.getValue());
            healths.put(entry.getKey(), health);
            worst = worst.worst(health.state());
        }
        return new HealthReport(worst, healths);
    }

    private synchronized Map<String, HealthCheck> snapshot() {
        return new LinkedHashMap<>(checks);
    }

    private static Health ask(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException e) {
            return Health.down("the check itself failed: " + e.getClass().getSimpleName());
        }
    }
}
