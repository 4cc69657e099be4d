package io.weir.scanapi.incident;

import io.weir.engine.incident.IncidentTriggers;
import io.weir.scanapi.agent.AgentDesk;
import io.weir.scanapi.agent.CallMarks;
import io.weir.scanapi.budget.DailyBudgets;
import io.weir.scanapi.risk.Habits;
import io.weir.schemas.event.AgentMarks;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.IncidentOpening;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ResponseAction;
import io.weir.schemas.word.Tier;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Watches decided calls and alerts: what counts for the trust of agents, and what opens incidents. No answer waits for
 * it. Safe to share between threads.
 */
public final class CaseWatch {

    private static final String AUTHOR = "weir";

    private final IncidentTriggers triggers;
    private final List<ResponseAction> onAlert;
    private final AgentDesk agents;
    private final IncidentDesk incidents;
    private final Habits habits;
    private final DailyBudgets budgets;
    private final Responder responder;
    private final Executor executor;
    private final CallMarks marks = new CallMarks();

    /**
     * A watch.
     *
     * @param executor does what waits for a log
     */
    public CaseWatch(
            IncidentConfig config,
            AgentDesk agents,
            IncidentDesk incidents,
            Habits habits,
            DailyBudgets budgets,
            Responder responder,
            Executor executor) {
        this.habits = habits;
        this.budgets = budgets;
        this.triggers = new IncidentTriggers(config.thresholds());
        this.onAlert = config.onAlert();
        this.agents = agents;
        this.incidents = incidents;
        this.responder = responder;
        this.executor = executor;
    }

    /** Takes note of a decided call. */
    public void judged(ToolCallScanned event) {
        habits.learn(DecisionMade.of(event));
        budgets.judged(event);
        Principal principal = event.principal();
        incidents.open(principal.tenant(), triggers.ofCall(event));
        AgentMarks seen = marks.of(event);
        if (!seen.equals(AgentMarks.NONE)) {
            agents.mark(principal.tenant(), principal.agentId(), seen).thenRun(() -> marked(event, seen));
        }
    }

    private void marked(ToolCallScanned event, AgentMarks seen) {
        Principal principal = event.principal();
        if (seen.denials() > 0) {
            incidents.open(
                    principal.tenant(),
                    triggers.ofAgent(
                            event,
                            agents.denialsInHour(principal.tenant(), principal.agentId()),
                            agents.lostInHour(principal.tenant(), principal.agentId())));
        }
    }

    /** People have refused a call of an agent. */
    public void refused(String tenant, String agentId) {
        agents.mark(tenant, agentId, new AgentMarks(0, 0, 0, 0, 0, 1, 0, 0));
    }

    /** Takes note of an alert; completed once its incident is stored, and what is to be done at once is done. */
    public CompletionStage<?> alerted(AlertRaised alert) {
        IncidentOpening opening = triggers.ofAlert(alert);
        if (opening == null) {
            return CompletableFuture.completedFuture(null);
        }
        String tenant = alert.principal().tenant();
        return incidents
                .openLater(tenant, opening)
                .thenAcceptAsync(
                        incidentId -> {
                            if (incidentId != null && hasGoneOut(alert)) {
                                respond(alert, incidentId);
                            }
                        },
                        executor);
    }

    private static boolean hasGoneOut(AlertRaised alert) {
        return alert.tier() == Tier.BLOCK && alert.decision() == Decision.ALLOW;
    }

    private void respond(AlertRaised alert, String incidentId) {
        Principal principal = alert.principal();
        Responder.Subject subject =
                new Responder.Subject(principal.tenant(), principal.agentId(), principal.sessionId(), AUTHOR);
        for (ResponseAction action : onAlert) {
            if (action == ResponseAction.TICKET) {
                responder.ticketAtOnce(AUTHOR, principal.tenant(), incidentId);
            } else if (responder.act(subject, action)) {
                incidents.actedLater(principal.tenant(), incidentId, action);
            }
        }
    }
}
