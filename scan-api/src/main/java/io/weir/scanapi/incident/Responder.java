package io.weir.scanapi.incident;

import io.weir.engine.approval.Approval;
import io.weir.engine.incident.Incident;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.agent.AgentDesk;
import io.weir.scanapi.approval.ApprovalDesk;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.notice.TicketSystem;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.event.AgentRuled;
import io.weir.schemas.event.IncidentOpening;
import io.weir.schemas.event.Ticket;
import io.weir.schemas.word.AgentStep;
import io.weir.schemas.word.ResponseAction;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what can be done about an agent or a session. Safe to share between threads. */
public final class Responder {

    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);

    private static final long SCRUTINY_MILLIS = 86_400_000;

    private final AgentDesk agents;
    private final ApprovalDesk approvals;
    private final IncidentDesk incidents;
    private final TicketSystem tickets;
    private final InstantSource time;

    /** A responder with these desks. */
    public Responder(
            AgentDesk agents,
            ApprovalDesk approvals,
            IncidentDesk incidents,
            TicketSystem tickets,
            InstantSource time) {
        this.agents = agents;
        this.approvals = approvals;
        this.incidents = incidents;
        this.tickets = tickets;
        this.time = time;
    }

    /**
     * Whom it is done to, and by whom.
     *
     * @param tenant owner of the data
     * @param agentId the agent
     * @param sessionId its session, or null
     * @param author who does it
     */
    public record Subject(
            String tenant,
            @Nullable String agentId,
            @Nullable String sessionId,
            String author) {}

    /**
     * Does it, and waits until it holds here; false where the subject lacks what the action needs. Others are told of
     * an incident once that is written down there.
     */
    public boolean act(Subject subject, ResponseAction action) {
        String agentId = subject.agentId();
        if (action == ResponseAction.HOLD_SESSION) {
            return subject.sessionId() != null && rule(subject, AgentStep.SESSION_HELD, null);
        }
        if (action == ResponseAction.NOTIFY) {
            return incidents.tells();
        }
        if (agentId == null) {
            return false;
        }
        return switch (action) {
            case SUSPEND_AGENT -> rule(subject, AgentStep.SUSPENDED, null);
            case SCRUTINIZE_AGENT -> rule(subject, AgentStep.SCRUTINIZED, time.millis() + SCRUTINY_MILLIS);
            case REVOKE_GRANTS -> revoke(subject, agentId);
            // Keys are people's to rotate: somebody must see the new ones. A ticket is about an incident, not an agent.
            case HOLD_SESSION, NOTIFY, TICKET, ROTATE_KEYS -> false;
        };
    }

    /**
     * Does it about an incident for a person, and writes it down there.
     *
     * @return the incident after it
     * @throws Refusal {@code INCIDENT_STATE} where the incident lacks what the action needs, {@code TICKET_REFUSED}
     *     where the other system opens none
     */
    public Incident respond(Caller caller, Incident incident, ResponseAction action, @Nullable String note) {
        if (action == ResponseAction.TICKET) {
            return ticket(caller.name(), incident, note);
        }
        IncidentOpening opening = incident.opening();
        Subject subject = new Subject(caller.tenant(), opening.agentId(), opening.sessionId(), caller.name());
        if (!act(subject, action)) {
            throw Refusal.of(
                    ErrorCode.INCIDENT_STATE,
                    "The incident names no agent or no session to do this to, or there is no webhook.");
        }
        return incidents.acted(caller.name(), incident, action, note);
    }

    /** Opens a ticket about an incident at once, unless it has one; what comes of it is counted. */
    void ticketAtOnce(String author, String tenant, String incidentId) {
        Incident incident = incidents.find(tenant, incidentId);
        if (incident == null || incident.ticket() != null || !tickets.isOn()) {
            return;
        }
        try {
            ticket(author, incident, null);
        } catch (Refusal e) {
            LOG.warn("event=ticket_refused incident={} code={}", incidentId, e.code());
        }
    }

    private Incident ticket(String author, Incident incident, @Nullable String note) {
        if (!tickets.isOn()) {
            throw Refusal.of(ErrorCode.INCIDENT_STATE, "There is no ticket system: tickets.url is not set.");
        }
        Ticket known = incident.ticket();
        if (known != null) {
            throw Refusal.of(ErrorCode.INCIDENT_STATE, "The incident has ticket " + known.id() + " already.");
        }
        return incidents.ticketed(
                author, incident, tickets.open(IncidentAnswers.of(incident), incident.tenant()), note);
    }

    private boolean revoke(Subject subject, String agentId) {
        for (Approval grant : approvals.grants(subject.tenant(), agentId)) {
            approvals.revoke(grant, subject.author());
        }
        return true;
    }

    private boolean rule(Subject subject, AgentStep step, @Nullable Long untilMillis) {
        String agentId = subject.agentId();
        agents.rule(new AgentRuled(
                agents.newId(),
                subject.tenant(),
                agentId == null ? "" : agentId,
                step == AgentStep.SESSION_HELD ? subject.sessionId() : null,
                step,
                time.millis(),
                subject.author(),
                untilMillis,
                null));
        return true;
    }
}
