package io.weir.scanapi.export;

import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.PolicyMatch;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decisions as audit entries of intent policies (mcp-guardian) in their serialised form, with time and session beside
 * it. What Weir does not keep is empty or null: arguments and elapsed time. For one thread.
 */
final class IntentAudit {

    private static final int SESSIONS_MAX = 100_000;
    private static final int SEQUENCE_MAX = 10_000;

    private final Map<String, Session> sessions = new LinkedHashMap<>();

    /** What was seen of a session. */
    private static final class Session {

        private final TreeSet<String> policies = new TreeSet<>();
        private final List<String> forwarded = new ArrayList<>();
        private int allowed;
        private int blocked;
        private int escalated;
    }

    /** The entry of a decision; those of a session must come in their order. */
    Map<String, @Nullable Object> entry(DecisionMade made) {
        DecisionRecord outcome = made.outcome();
        Session session = session(made.principal().sessionKey());
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("timestamp", Instant.ofEpochMilli(made.timeMillis()).toString());
        entry.put("session_id", made.principal().sessionId());
        entry.put("step", session.allowed + 1);
        entry.put("tool_name", made.call().tool());
        entry.put("tool_args_summary", "");
        entry.put("verdict", verdict(outcome.decision()));
        entry.put("reason", reason(outcome));
        boolean model = isOfModel(outcome);
        entry.put("confidence", model ? null : 1.0);
        entry.put("method", model ? "llm_intent" : "fast_check");
        entry.put("elapsed_ms", null);
        entry.put(
                "risk_indicators",
                outcome.reasonCodes().stream().map(ReasonCode::name).toList());
        entry.put("phase", "pre");
        note(session, made);
        return entry;
    }

    /** The summary of the session, where all entries were of one; null otherwise. */
    @Nullable
    Map<String, Object> summary() {
        if (sessions.size() != 1) {
            return null;
        }
        Session session = sessions.values().iterator().next();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("policy", String.join(", ", session.policies));
        summary.put("total_evaluations", session.allowed + session.blocked + session.escalated);
        summary.put("allowed", session.allowed);
        summary.put("blocked", session.blocked);
        summary.put("escalated", session.escalated);
        summary.put("steps", session.allowed);
        summary.put("tool_sequence", session.forwarded);
        return summary;
    }

    private Session session(String key) {
        if (sessions.size() >= SESSIONS_MAX && !sessions.containsKey(key)) {
            // Its steps would begin anew if it came again, which is better than memory without an end.
            sessions.remove(sessions.keySet().iterator().next());
        }
        return sessions.computeIfAbsent(key, any -> new Session());
    }

    private static void note(Session session, DecisionMade made) {
        PolicyOutcome policies = made.outcome().policies();
        if (policies != null) {
            policies.matches().forEach(match -> session.policies.add(match.policyName()));
        }
        switch (made.outcome().decision()) {
            case ALLOW, SANITIZE -> {
                session.allowed++;
                if (session.forwarded.size() < SEQUENCE_MAX) {
                    session.forwarded.add(made.call().tool());
                }
            }
            case DENY -> session.blocked++;
            case REQUIRE_APPROVAL -> session.escalated++;
        }
    }

    private static String verdict(Decision decision) {
        return switch (decision) {
            case ALLOW, SANITIZE -> "allow";
            case DENY -> "block";
            case REQUIRE_APPROVAL -> "escalate";
        };
    }

    private static String reason(DecisionRecord outcome) {
        PolicyOutcome policies = outcome.policies();
        if (policies != null && !policies.matches().isEmpty()) {
            PolicyMatch match = policies.matches().get(0);
            return match.policyName() + ", " + match.ruleId() + ": " + String.join("; ", match.because());
        }
        return outcome.reasonCodes().isEmpty()
                ? "no rule blocks it"
                : String.join(
                        ", ",
                        outcome.reasonCodes().stream().map(ReasonCode::name).toList());
    }

    private static boolean isOfModel(DecisionRecord outcome) {
        return outcome.reasonCodes().contains(ReasonCode.JUDGE_DENIES)
                || outcome.reasonCodes().contains(ReasonCode.JUDGE_ESCALATES);
    }
}
