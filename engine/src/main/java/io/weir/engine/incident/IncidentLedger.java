package io.weir.engine.incident;

import io.weir.schemas.event.IncidentEvent;
import io.weir.schemas.event.IncidentOpening;
import io.weir.schemas.word.IncidentState;
import io.weir.schemas.word.IncidentTrigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All incidents, folded from their steps. Nodes that read the same steps in the same order have the same ledger: of two
 * that open an incident for the same at once, the second adds to that of the first. Bounded: the incident opened
 * longest ago goes first.
 *
 * <p>Safe to share between threads.
 */
public final class IncidentLedger {

    private final int incidentsMax;
    private final Map<String, Incident> byId = new LinkedHashMap<>();
    private final Map<String, String> openBySubject = new HashMap<>();
    private final Map<String, String> byAlert = new HashMap<>();
    private long forgotten;

    /** An empty ledger with room for so many incidents. */
    public IncidentLedger(int incidentsMax) {
        this.incidentsMax = incidentsMax;
    }

    /**
     * Takes a step.
     *
     * @return the incident that it changed; null if it changes nothing
     */
    public synchronized @Nullable Incident take(IncidentEvent event) {
        IncidentOpening opening = event.opening();
        if (opening != null) {
            return open(event, opening);
        }
        Incident before = byId.get(event.incidentId());
        if (before == null || !before.tenant().equals(event.tenant())) {
            return null;
        }
        Incident after = before.after(event);
        if (after.equals(before)) {
            return null;
        }
        return keep(after);
    }

    private @Nullable Incident open(IncidentEvent event, IncidentOpening opening) {
        String alert = opening.alertId();
        if (alert != null && byAlert.putIfAbsent(event.tenant() + "|" + alert, event.incidentId()) != null) {
            return null;
        }
        Incident known = openFor(event.tenant(), opening);
        if (known != null) {
            return keep(known.seen(event.timeMillis(), opening));
        }
        if (byId.containsKey(event.incidentId())) {
            return null;
        }
        Incident incident = keep(Incident.opened(event, opening));
        if (byId.size() > incidentsMax) {
            forget(byId.values().iterator().next());
            forgotten++;
        }
        return incident;
    }

    private Incident keep(Incident incident) {
        byId.put(incident.incidentId(), incident);
        String subject = subject(incident.tenant(), incident.opening());
        if (incident.state() == IncidentState.CLOSED) {
            openBySubject.remove(subject, incident.incidentId());
        } else {
            openBySubject.putIfAbsent(subject, incident.incidentId());
        }
        return incident;
    }

    private void forget(Incident incident) {
        byId.remove(incident.incidentId());
        openBySubject.remove(subject(incident.tenant(), incident.opening()), incident.incidentId());
        byAlert.values().removeIf(incident.incidentId()::equals);
    }

    /** Drops what was closed and did not change since a time. */
    public synchronized void forgetClosedBefore(long timeMillis) {
        List<Incident> old = byId.values().stream()
                .filter(incident -> incident.state() == IncidentState.CLOSED && incident.lastMillis() < timeMillis)
                .toList();
        old.forEach(this::forget);
    }

    /** Incidents that had to go to make room. */
    public synchronized long forgotten() {
        return forgotten;
    }

    /** The incident that is open for the same, or null. What a person opens stands by itself. */
    public synchronized @Nullable Incident openFor(String tenant, IncidentOpening opening) {
        if (opening.trigger() == IncidentTrigger.MANUAL) {
            return null;
        }
        String id = openBySubject.get(subject(tenant, opening));
        return id == null ? null : byId.get(id);
    }

    /** An incident of a tenant. */
    public synchronized Optional<Incident> find(String tenant, String incidentId) {
        return Optional.ofNullable(byId.get(incidentId))
                .filter(incident -> incident.tenant().equals(tenant));
    }

    /**
     * Incidents of a tenant, the latest first.
     *
     * @param state only those in this state; null for all
     * @param limit how many at most
     */
    public synchronized List<Incident> list(String tenant, @Nullable IncidentState state, int limit) {
        List<Incident> found = new ArrayList<>(byId.values());
        found.removeIf(incident -> !incident.tenant().equals(tenant) || (state != null && incident.state() != state));
        found.sort(Comparator.comparingLong(Incident::lastMillis).reversed().thenComparing(Incident::incidentId));
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    /** What belongs together: what one agent does in one way. */
    private static String subject(String tenant, IncidentOpening opening) {
        return tenant + "|" + opening.trigger() + "|" + opening.agentId();
    }
}
