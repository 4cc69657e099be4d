package io.weir.engine.trust;

import io.weir.schemas.event.AgentMarks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an agent at a time.
 *
 * @param agentId the agent
 * @param trust 0..1
 * @param suspended whether people have suspended it
 * @param scrutinyUntilMillis until when people want it watched closely, epoch milliseconds; null where nobody does
 * @param lastHour marks of the last hour, in slices of ten minutes
 * @param lastDay marks of the last 24 hours
 * @param trend trust at the end of each of the last 14 days, the oldest first
 * @param lastMarkedMillis when it was last marked; 0 for never
 */
public record AgentStanding(
        String agentId,
        double trust,
        boolean suspended,
        @Nullable Long scrutinyUntilMillis,
        AgentMarks lastHour,
        AgentMarks lastDay,
        List<Double> trend,
        long lastMarkedMillis) {

    /** Copies the list. */
    public AgentStanding {
        trend = List.copyOf(trend);
    }

    /** Whether it is watched closely. */
    public boolean isInScrutiny() {
        return scrutinyUntilMillis != null || trust < TrustArithmetic.SCRUTINY_BELOW;
    }
}
