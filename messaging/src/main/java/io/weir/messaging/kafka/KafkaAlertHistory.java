package io.weir.messaging.kafka;

import io.weir.messaging.AlertHistory;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.topic.Topics;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@link Topics#ALERTS}. Safe to share between threads. */
public final class KafkaAlertHistory implements AlertHistory {

    /** Alerts are recorded under the time of the call, which the correlator may hear of much later. */
    private static final long BEFORE_MILLIS = 86_400_000;

    private final TopicHistory<AlertRaised> alerts;

    /** The history of this cluster. */
    public KafkaAlertHistory(KafkaConnection connection) {
        this.alerts = new TopicHistory<>(connection, Topics.ALERTS, AlertRaised.class, "weir-alert-history");
    }

    @Override
    public List<AlertRaised> find(String tenant, Set<String> alertIds, long aboutMillis) {
        Map<String, AlertRaised> found = new LinkedHashMap<>();
        find(tenant, alertIds, aboutMillis - BEFORE_MILLIS, found);
        if (found.size() < alertIds.size()) {
            find(tenant, alertIds, 0, found);
        }
        return List.copyOf(found.values());
    }

    /** Looks for what was not found yet, no further than it must. */
    private void find(String tenant, Set<String> alertIds, long fromMillis, Map<String, AlertRaised> found) {
        Set<String> missing = new HashSet<>(alertIds);
        missing.removeAll(found.keySet());
        if (missing.isEmpty()) {
            return;
        }
        alerts.read(fromMillis, missing::contains, (alert, place) -> {
            if (alert.principal().tenant().equals(tenant)) {
                found.put(alert.alertId(), alert);
                missing.remove(alert.alertId());
            }
            return !missing.isEmpty();
        });
    }
}
