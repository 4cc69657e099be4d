package io.weir.scanapi.incident;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.incident.Incident;
import io.weir.engine.incident.IncidentLedger;
import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Health;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.log.StepLog;
import io.weir.scanapi.notice.Notice;
import io.weir.scanapi.notice.NoticeType;
import io.weir.scanapi.notice.Notifier;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.event.IncidentEvent;
import io.weir.schemas.event.IncidentOpening;
import io.weir.schemas.event.Ticket;
import io.weir.schemas.topic.Topics;
import io.weir.schemas.word.IncidentState;
import io.weir.schemas.word.IncidentStep;
import io.weir.schemas.word.Resolution;
import io.weir.schemas.word.ResponseAction;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the incidents of all nodes. Safe to share between threads. */
public final class IncidentDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentDesk.class);

    /**
     * What belongs to an open incident is written down once in this time, so that a flood of denials is not one of
     * records.
     */
    private static final long SEEN_MILLIS = 60_000;

    private static final long CLOSED_KEPT_MILLIS = 30L * 86_400_000;
    private static final String AUTHOR = "weir";

    private final IncidentLedger ledger;
    private final InstantSource time;
    private final Supplier<UUID> ids;
    private final StepLog<IncidentEvent> log;
    private final Notifier notifier;
    private final Counter opened;
    private final Counter unstored;

    /**
     * A desk that has read what happened before.
     *
     * @param ids random UUIDs, version 4
     * @param waitMillisMax how long a step may take to be stored
     * @param notifier is told of incidents that are opened here
     * @throws io.weir.messaging.log.SharedLogUnusable if the log cannot be read
     */
    public IncidentDesk(
            IncidentConfig config,
            SharedLogs logs,
            InstantSource time,
            Supplier<UUID> ids,
            long waitMillisMax,
            Notifier notifier,
            MeterRegistry meters) {
        this.notifier = notifier;
        this.ledger = new IncidentLedger(config.incidentsMax());
        this.time = time;
        this.ids = ids;
        this.opened = Counter.builder("weir.incidents.opened")
                .description("Incidents of all nodes that were opened.")
                .register(meters);
        this.unstored = Counter.builder("weir.incidents.unstored")
                .description("What opens incidents and could not be stored.")
                .register(meters);
        Gauge.builder("weir.incidents.forgotten", ledger, IncidentLedger::forgotten)
                .description("Incidents that were forgotten to stay within the limit.")
                .register(meters);
        this.log = StepLog.open(
                logs,
                new StepLog.Form<>(
                        Topics.INCIDENTS, IncidentEvent.class, IncidentEvent::eventId, IncidentEvent::recordKey),
                this::hear,
                waitMillisMax);
    }

    /** Opens incidents, or adds to those that are open for the same. What cannot be stored is counted. */
    public void open(String tenant, List<IncidentOpening> openings) {
        openings.forEach(opening -> openLater(tenant, opening).exceptionally(failure -> {
            unstored.increment();
            LOG.warn("event=incident_unstored cause={}", failure.getClass().getName());
            return null;
        }));
    }

    /** As {@link #open}, for one; the id of the incident that it belongs to, or null where it was known already. */
    public CompletionStage<@Nullable String> openLater(String tenant, IncidentOpening opening) {
        long now = time.millis();
        Incident known = ledger.openFor(tenant, opening);
        if (known != null && opening.alertId() == null && known.lastMillis() > now - SEEN_MILLIS) {
            return CompletableFuture.completedFuture(known.incidentId());
        }
        IncidentEvent event = new IncidentEvent(
                newId(), newId(), tenant, IncidentStep.OPENED, now, AUTHOR, opening, null, null, null);
        return log.takeLater(event).thenApply(effective -> effective ? idOf(event, opening) : null);
    }

    private @Nullable String idOf(IncidentEvent event, IncidentOpening opening) {
        Incident own = ledger.find(event.tenant(), event.incidentId()).orElse(null);
        if (own != null) {
            tell(NoticeType.INCIDENT_OPENED, own);
        }
        Incident incident = own == null ? ledger.openFor(event.tenant(), opening) : own;
        return incident == null ? null : incident.incidentId();
    }

    /** Whether anybody outside is told of incidents. */
    boolean tells() {
        return notifier.isOn();
    }

    private void tell(NoticeType type, Incident incident) {
        if (notifier.isOn()) {
            notifier.tell(Notice.escalated(
                    type,
                    time.millis(),
                    incident.tenant(),
                    incident.opening().escalateTo(),
                    IncidentAnswers.of(incident)));
        }
    }

    /** Opens an incident for a person. */
    public Incident open(Caller caller, IncidentOpening opening, @Nullable String note) {
        String id = newId();
        log.take(new IncidentEvent(
                newId(),
                id,
                caller.tenant(),
                IncidentStep.OPENED,
                time.millis(),
                caller.name(),
                opening,
                note,
                null,
                null));
        Incident incident = get(caller, id);
        tell(NoticeType.INCIDENT_OPENED, incident);
        return incident;
    }

    /**
     * Takes a step for a person.
     *
     * @return the incident after it
     * @throws Refusal {@code NOT_FOUND} or {@code INCIDENT_STATE}
     */
    public Incident step(
            Caller caller, String incidentId, IncidentStep step, @Nullable String note, @Nullable Resolution verdict) {
        Incident before = get(caller, incidentId);
        if (!log.take(step(before, caller.name(), step, note, verdict, null))) {
            throw Refusal.of(
                    ErrorCode.INCIDENT_STATE,
                    "The incident is " + get(caller, incidentId).state() + ", or holds as much as it may.");
        }
        return get(caller, incidentId);
    }

    /** Writes down what was done about an incident. */
    public Incident acted(String author, Incident incident, ResponseAction action, @Nullable String note) {
        if (log.take(step(incident, author, IncidentStep.ACTED, note, null, action))
                && action == ResponseAction.NOTIFY) {
            tell(NoticeType.INCIDENT_REFERRED, incident);
        }
        return ledger.find(incident.tenant(), incident.incidentId()).orElse(incident);
    }

    /** Writes down the ticket that was opened about an incident. */
    Incident ticketed(String author, Incident incident, Ticket ticket, @Nullable String note) {
        IncidentEvent opened = step(incident, author, IncidentStep.ACTED, note, null, ResponseAction.TICKET, ticket);
        log.take(opened);
        return ledger.find(incident.tenant(), incident.incidentId()).orElse(incident);
    }

    /** An incident of a tenant, or null. */
    @Nullable
    Incident find(String tenant, String incidentId) {
        return ledger.find(tenant, incidentId).orElse(null);
    }

    /** As {@link #acted}, without waiting. */
    public void actedLater(String tenant, String incidentId, ResponseAction action) {
        ledger.find(tenant, incidentId)
                .ifPresent(incident -> log.takeLater(step(incident, AUTHOR, IncidentStep.ACTED, null, null, action))
                        .whenComplete((taken, failure) -> {
                            if (failure == null && action == ResponseAction.NOTIFY) {
                                tell(NoticeType.INCIDENT_REFERRED, incident);
                            }
                        })
                        .exceptionally(failure -> {
                            unstored.increment();
                            return false;
                        }));
    }

    /**
     * An incident of the caller's tenant.
     *
     * @throws Refusal {@code NOT_FOUND} if there is none with this id
     */
    public Incident get(Caller caller, String incidentId) {
        return ledger.find(caller.tenant(), incidentId)
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "There is no incident with this id."));
    }

    /** Incidents of the caller's tenant, the latest first; null for those in every state. */
    public List<Incident> list(Caller caller, @Nullable IncidentState state, int limit) {
        return ledger.list(caller.tenant(), state, limit);
    }

    /** Down while what other nodes and people do does not come in. */
    public Health health() {
        return log.health();
    }

    @Override
    public void close() {
        log.close();
    }

    private boolean hear(IncidentEvent event) {
        ledger.forgetClosedBefore(event.timeMillis() - CLOSED_KEPT_MILLIS);
        Incident changed = ledger.take(event);
        if (changed != null && changed.incidentId().equals(event.incidentId()) && event.opening() != null) {
            opened.increment();
        }
        return changed != null;
    }

    private IncidentEvent step(
            Incident incident,
            String author,
            IncidentStep step,
            @Nullable String note,
            @Nullable Resolution verdict,
            @Nullable ResponseAction action) {
        return step(incident, author, step, note, verdict, action, null);
    }

    private IncidentEvent step(
            Incident incident,
            String author,
            IncidentStep step,
            @Nullable String note,
            @Nullable Resolution verdict,
            @Nullable ResponseAction action,
            @Nullable Ticket ticket) {
        return new IncidentEvent(
                newId(),
                incident.incidentId(),
                incident.tenant(),
                step,
                time.millis(),
                author,
                null,
                note,
                verdict,
                action,
                ticket);
    }

    private String newId() {
        return ids.get().toString();
    }
}
