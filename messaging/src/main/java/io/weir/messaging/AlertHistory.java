package io.weir.messaging;

import io.weir.schemas.event.AlertRaised;
import java.util.List;
import java.util.Set;

/** The alerts of the past, as long as their topic keeps them. Safe to share between threads. */
@FunctionalInterface
public interface AlertHistory {

    /** No history is kept. */
    AlertHistory NONE = (tenant, alertIds, aboutMillis) -> List.of();

    /**
     * Alerts of a tenant with these ids. Those that are kept no longer are missing.
     *
     * @param aboutMillis about when the first of them was raised, which is where the search begins
     * @throws HistoryUnreadable if what is there cannot be read
     */
    List<AlertRaised> find(String tenant, Set<String> alertIds, long aboutMillis);
}
