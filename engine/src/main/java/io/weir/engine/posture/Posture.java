package io.weir.engine.posture;

import io.weir.engine.trust.AgentStanding;
import io.weir.schemas.api.PostureAnswer;
import io.weir.schemas.api.PostureAnswer.PostureFinding;
import io.weir.schemas.event.AgentRuled;
import io.weir.schemas.word.PostureRule;
import io.weir.schemas.word.PostureState;
import io.weir.schemas.word.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Six rules about how keys, agents and policies are kept, and the score that their findings come to. Pure. */
public final class Posture {

    private static final long SILENT_MILLIS = TimeUnit.DAYS.toMillis(30);
    private static final long OLD_MILLIS = TimeUnit.DAYS.toMillis(180);
    private static final long COVERED_WITHIN_MILLIS = TimeUnit.DAYS.toMillis(7);
    private static final double TRUST_LOW = 0.5;
    private static final int DENIALS_MAX = 5;
    private static final int WHOLE = 100;

    private Posture() {}

    /**
     * The posture of a tenant.
     *
     * @param keys that are valid, of agents
     * @param agents that are known
     * @param remarks what people say of findings
     */
    public static PostureAnswer of(List<KeyFacts> keys, List<AgentStanding> agents, Remarks remarks, long timeMillis) {
        List<Found> found = new ArrayList<>();
        keys.forEach(key -> ofKey(key, timeMillis, found));
        agents.forEach(agent -> ofAgent(agent, found));
        uncovered(keys, timeMillis).forEach(name -> found.add(new Found(PostureRule.NO_POLICY_COVERAGE, name, name)));
        List<PostureFinding> findings = found.stream()
                .map(one -> one.finding(remarks, timeMillis))
                .sorted(Comparator.comparing(PostureFinding::severity)
                        .reversed()
                        .thenComparing(PostureFinding::rule)
                        .thenComparing(PostureFinding::subject))
                .toList();
        int lost = findings.stream()
                .filter(finding -> finding.state() != PostureState.ACCEPTED && finding.state() != PostureState.RESOLVED)
                .mapToInt(finding -> points(finding.severity()))
                .sum();
        return new PostureAnswer(Math.max(0, WHOLE - lost), findings);
    }

    private record Found(PostureRule rule, String subject, String name) {

        PostureFinding finding(Remarks remarks, long timeMillis) {
            if (remarks.accept(rule, subject)) {
                return finding(PostureState.ACCEPTED, null);
            }
            AgentRuled said = remarks.last(rule, subject);
            return finding(said == null ? PostureState.OPEN : Remarks.state(said, timeMillis), said);
        }

        private PostureFinding finding(PostureState state, @Nullable AgentRuled said) {
            return new PostureFinding(
                    rule,
                    rule.severity(),
                    subject,
                    name,
                    state == PostureState.ACCEPTED,
                    state,
                    said == null ? null : said.author(),
                    said == null ? null : said.timeMillis(),
                    said == null ? null : said.note());
        }
    }

    private static void ofKey(KeyFacts key, long timeMillis, List<Found> found) {
        long age = timeMillis - key.createdMillis();
        if (key.silent() && age > SILENT_MILLIS) {
            found.add(new Found(PostureRule.GHOST_ACCESS, key.keyId(), key.name()));
        }
        if (!key.confined()) {
            found.add(new Found(PostureRule.NO_IP_ALLOWLIST, key.keyId(), key.name()));
        }
        if (age > OLD_MILLIS) {
            found.add(new Found(PostureRule.KEY_OLD_ROTATION, key.keyId(), key.name()));
        }
    }

    private static void ofAgent(AgentStanding agent, List<Found> found) {
        if (agent.trust() < TRUST_LOW && agent.trend().stream().allMatch(trust -> trust < TRUST_LOW)) {
            found.add(new Found(PostureRule.LOW_TRUST_SUSTAINED, agent.agentId(), agent.agentId()));
        }
        if (agent.lastDay().denials() > DENIALS_MAX) {
            found.add(new Found(PostureRule.DECISIONS_DENIED_RECENT, agent.agentId(), agent.agentId()));
        }
    }

    /** Environments whose keys have been without a policy for a week at least, in alphabetical order. */
    private static List<String> uncovered(List<KeyFacts> keys, long timeMillis) {
        return keys.stream()
                .filter(key -> !key.covered() && timeMillis - key.createdMillis() > COVERED_WITHIN_MILLIS)
                .map(KeyFacts::environment)
                .distinct()
                .sorted()
                .toList();
    }

    private static int points(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 20;
            case HIGH -> 10;
            case MEDIUM -> 5;
            case LOW -> 1;
            case INFORMATIONAL -> 0;
        };
    }
}
