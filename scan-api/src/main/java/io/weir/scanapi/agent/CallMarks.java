package io.weir.scanapi.agent;

import io.weir.engine.settings.RiskEngines;
import io.weir.schemas.event.AgentMarks;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.RiskBand;
import java.util.List;

/** Tells what of a decided call counts for the trust of the agent. Safe to share between threads. */
public final class CallMarks {

    /** A new destination alone is everyday. */
    private static final double ANOMALY_MIN = 0.5;

    private final Streaks streaks = new Streaks();

    /** The marks of a call; {@link AgentMarks#NONE} if nothing counts. */
    public AgentMarks of(ToolCallScanned event) {
        DecisionRecord outcome = event.outcome();
        List<ReasonCode> reasons = outcome.reasonCodes();
        String agent = event.principal().tenant() + "|" + event.principal().agentId();
        if (reasons.contains(ReasonCode.AGENT_SUSPENDED)) {
            return AgentMarks.NONE;
        }
        if (outcome.decision() == Decision.DENY) {
            streaks.broken(agent);
            boolean critical = outcome.riskBand() == RiskBand.CRITICAL;
            boolean breach = reasons.contains(ReasonCode.EPHEMERAL_SCOPE_VIOLATION);
            int threats = reasons.contains(ReasonCode.THREAT_INTEL_MATCH) ? 1 : 0;
            return new AgentMarks(1, critical ? 1 : 0, threats, anomaly(outcome), breach ? 1 : 0, 0, 0, 0);
        }
        int ended = streaks.clean(agent) ? 1 : 0;
        int granted = reasons.contains(ReasonCode.RECENT_APPROVAL_GRANT) ? 1 : 0;
        int unlike = anomaly(outcome);
        return ended + granted + unlike == 0 ? AgentMarks.NONE : new AgentMarks(0, 0, 0, unlike, 0, 0, ended, granted);
    }

    private static int anomaly(DecisionRecord outcome) {
        boolean unlike = outcome.signals().stream()
                .anyMatch(signal -> signal.engine().equals(RiskEngines.BASELINE) && signal.score() >= ANOMALY_MIN);
        return unlike ? 1 : 0;
    }
}
