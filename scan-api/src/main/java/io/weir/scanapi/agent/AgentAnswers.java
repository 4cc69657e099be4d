package io.weir.scanapi.agent;

import io.weir.engine.trust.AgentStanding;
import io.weir.schemas.api.AgentAnswer;

/** Turns what is known of agents into what callers get. */
public final class AgentAnswers {

    private AgentAnswers() {}

    /** The answer about an agent. */
    public static AgentAnswer of(AgentStanding standing) {
        return new AgentAnswer(
                standing.agentId(),
                standing.trust(),
                standing.suspended(),
                standing.isInScrutiny(),
                standing.scrutinyUntilMillis(),
                standing.lastHour(),
                standing.lastDay(),
                standing.trend(),
                standing.lastMarkedMillis());
    }
}
