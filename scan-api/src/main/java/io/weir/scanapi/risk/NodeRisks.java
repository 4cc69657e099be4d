package io.weir.scanapi.risk;

import io.weir.engine.baseline.Anomaly;
import io.weir.engine.decide.RiskSources;
import io.weir.engine.threat.ThreatTable;
import io.weir.scanapi.budget.DailyBudgets;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the risk engines of a node know.
 *
 * @param habits of agents
 * @param feeds of threats
 * @param budgets of agents
 */
public record NodeRisks(Habits habits, ThreatWatch feeds, DailyBudgets budgets) implements RiskSources {

    @Override
    public Anomaly compare(Principal principal, ToolCall call, long timeMillis) {
        return habits.compare(principal, call, timeMillis);
    }

    @Override
    public @Nullable List<String> budgetsExceeded(Principal principal, long timeMillis) {
        return budgets.exceeded(principal, timeMillis);
    }

    @Override
    public ThreatTable threats(String tenant) {
        return feeds.of(tenant);
    }
}
