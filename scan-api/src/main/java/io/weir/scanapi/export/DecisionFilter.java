package io.weir.scanapi.export;

import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.RiskBand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are wanted. What is null does not matter.
 *
 * @param fromMillis recorded from then on
 * @param toMillis and before
 * @param agentId of this agent
 * @param tool of this tool
 * @param environment in this environment
 * @param sessionId in this session
 * @param traceId this one only
 * @param decision that came out so
 * @param band in this band of risk
 * @param tag that a rule of a policy with this tag matched
 */
public record DecisionFilter(
        long fromMillis,
        long toMillis,
        @Nullable String agentId,
        @Nullable String tool,
        @Nullable String environment,
        @Nullable String sessionId,
        @Nullable String traceId,
        @Nullable Decision decision,
        @Nullable RiskBand band,
        @Nullable String tag) {

    /** Whether a decision is wanted. */
    boolean wants(DecisionMade made) {
        return is(agentId, made.principal().agentId())
                && is(tool, made.call().tool())
                && is(environment, made.principal().environment())
                && is(sessionId, made.principal().sessionId())
                && is(traceId, made.traceId())
                && (decision == null || decision == made.outcome().decision())
                && (band == null || band == made.outcome().riskBand())
                && (tag == null || tags(made.outcome().policies()).contains(tag));
    }

    private static List<String> tags(@Nullable PolicyOutcome policies) {
        return policies == null ? List.of() : policies.tags();
    }

    private static boolean is(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }
}
