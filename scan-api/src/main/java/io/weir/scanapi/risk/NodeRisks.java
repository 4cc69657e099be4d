package io.weir.scanapi.risk;

import io.weir.engine.baseline.Anomaly;
import io.weir.engine.decide.RiskSources;
import io.weir.engine.threat.ThreatTable;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCall;

/**
 * What the risk engines of a node know.
 *
 * @param habits of agents
 * @param feeds of threats
 */
public record NodeRisks(Habits habits, ThreatWatch feeds) implements RiskSources {

    @Override
    public Anomaly compare(Principal principal, ToolCall call, long timeMillis) {
        return habits.compare(principal, call, timeMillis);
    }

    @Override
    public ThreatTable threats(String tenant) {
        return feeds.of(tenant);
    }
}
