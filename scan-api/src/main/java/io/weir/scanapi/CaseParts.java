package io.weir.scanapi;

import io.weir.messaging.AlertFeed;
import io.weir.messaging.AlertHistory;
import io.weir.scanapi.agent.AgentConfig;
import io.weir.scanapi.budget.DailyBudgets;
import io.weir.scanapi.export.DecisionExports;
import io.weir.scanapi.incident.IncidentConfig;
import io.weir.scanapi.notice.Notifier;
import io.weir.scanapi.notice.TicketSystem;
import io.weir.scanapi.opinion.Adviser;
import io.weir.scanapi.risk.Habits;

/**
 * What the scan API needs to look after agents and incidents.
 *
 * @param agents settings of agents
 * @param incidents settings of incidents
 * @param alerts of the correlator, each of which opens an incident
 * @param alertHistory the alerts of the past, which incidents rest on
 * @param habits of agents, which learn from what is decided
 * @param budgets of agents, which what is let through uses up
 * @param exports of what was decided
 * @param adviser is asked about calls that no rule decides
 * @param notifier tells others what happens
 * @param tickets where tickets about incidents are opened
 */
public record CaseParts(
        AgentConfig agents,
        IncidentConfig incidents,
        AlertFeed alerts,
        AlertHistory alertHistory,
        Habits habits,
        DailyBudgets budgets,
        DecisionExports exports,
        Adviser adviser,
        Notifier notifier,
        TicketSystem tickets) {

    /** The usual settings, no correlator, no habits and no history. */
    public static CaseParts standard() {
        return new CaseParts(
                AgentConfig.SECTION.defaults(),
                IncidentConfig.SECTION.defaults(),
                AlertFeed.NONE,
                AlertHistory.NONE,
                Habits.none(),
                DailyBudgets.NONE,
                DecisionExports.none(),
                Adviser.NONE,
                Notifier.NONE,
                TicketSystem.NONE);
    }
}
