package io.weir.scanapi.incident;

import io.weir.engine.incident.EvidenceGraphs;
import io.weir.engine.incident.Incident;
import io.weir.messaging.AlertHistory;
import io.weir.scanapi.export.DecisionExports;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.api.EvidenceAnswer;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings together what an incident rests on, from the topics where it lies. It is read anew each time, by as many as
 * may export at once. Safe to share between threads.
 */
public final class EvidenceDesk {

    /** A decision is recorded a little before or after the incident that it opens. */
    private static final long AROUND_MILLIS = 60_000;

    private static final Comparator<AlertRaised> EARLIEST_ALERT =
            Comparator.comparingLong(AlertRaised::timeMillis).thenComparing(AlertRaised::alertId);

    private final AlertHistory alerts;
    private final DecisionExports exports;

    /** A desk over these histories. */
    public EvidenceDesk(AlertHistory alerts, DecisionExports exports) {
        this.alerts = alerts;
        this.exports = exports;
    }

    /**
     * What an incident rests on.
     *
     * @throws Refusal {@code OVERLOADED} if too many read already, {@code EVENTS_UNAVAILABLE} if the topics cannot be
     *     read
     */
    public EvidenceAnswer of(Incident incident) {
        return exports.reading("What the incident rests on", () -> read(incident));
    }

    private EvidenceAnswer read(Incident incident) {
        List<AlertRaised> raised = alerts(incident);
        Set<String> wanted = new TreeSet<>(incident.traceIds());
        raised.forEach(alert -> wanted.add(alert.traceId()));
        Map<String, DecisionMade> made = decisions(incident, raised, wanted);
        List<DecisionMade> decisions =
                made.values().stream().sorted(DecisionExports.EARLIEST_FIRST).toList();
        return new EvidenceAnswer(
                incident.incidentId(),
                raised,
                decisions,
                EvidenceGraphs.of(raised, decisions),
                missing(incident, raised, wanted, made.keySet()));
    }

    private List<AlertRaised> alerts(Incident incident) {
        return incident.alertIds().isEmpty()
                ? List.of()
                : alerts.find(incident.tenant(), new HashSet<>(incident.alertIds()), incident.openedMillis()).stream()
                        .sorted(EARLIEST_ALERT)
                        .toList();
    }

    private Map<String, DecisionMade> decisions(Incident incident, List<AlertRaised> raised, Set<String> wanted) {
        Map<String, DecisionMade> found = new LinkedHashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        long from = raised.stream().mapToLong(AlertRaised::timeMillis).reduce(incident.openedMillis(), Math::min);
        int[] examined = {0};
        exports.history()
                .read(incident.tenant(), from - AROUND_MILLIS, incident.lastMillis() + AROUND_MILLIS, (made, place) -> {
                    if (wanted.contains(made.traceId())) {
                        found.put(made.traceId(), made);
                    }
                    return found.size() < wanted.size() && ++examined[0] < DecisionExports.EXAMINED_MAX;
                });
        return found;
    }

    private static List<String> missing(
            Incident incident, List<AlertRaised> raised, Set<String> wanted, Set<String> found) {
        List<String> missing = new ArrayList<>(incident.alertIds());
        raised.forEach(alert -> missing.remove(alert.alertId()));
        wanted.stream().filter(id -> !found.contains(id)).forEach(missing::add);
        return missing;
    }
}
