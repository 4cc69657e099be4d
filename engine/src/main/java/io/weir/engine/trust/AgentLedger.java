package io.weir.engine.trust;

import io.weir.schemas.event.AgentMarked;
import io.weir.schemas.event.AgentMarks;
import io.weir.schemas.event.AgentRuled;
import io.weir.schemas.word.AgentStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of agents, folded from what nodes and people say. Nodes that read the same logs have the same
 * ledger. Marks are bounded: those of the agent marked longest ago go first. What people say stays.
 *
 * <p>Safe to share between threads.
 */
public final class AgentLedger {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;
    private static final int TREND_DAYS = 14;
    private static final String SEPARATOR = "|";

    private final int agentsMax;
    private final Map<String, MarkHistory> marks = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, AgentRuled> rulings = new HashMap<>();
    private long forgotten;

    /** An empty ledger with room for the marks of so many agents. */
    public AgentLedger(int agentsMax) {
        this.agentsMax = agentsMax;
    }

    /** Takes note of what a node saw. */
    public synchronized void take(AgentMarked event) {
        AgentRuled reset = rulings.get(key(event.tenant(), event.agentId(), AgentStep.RESET));
        if (reset != null && event.timeMillis() <= reset.timeMillis()) {
            return;
        }
        marks.computeIfAbsent(event.tenant() + SEPARATOR + event.agentId(), agent -> new MarkHistory())
                .add(event.timeMillis(), event.marks());
        if (marks.size() > agentsMax) {
            marks.remove(marks.keySet().iterator().next());
            forgotten++;
        }
    }

    /** Takes note of what somebody said; the last word counts. */
    public synchronized void take(AgentRuled event) {
        rulings.put(event.recordKey(), event);
        if (event.step() == AgentStep.RESET) {
            MarkHistory history = marks.get(event.tenant() + SEPARATOR + event.agentId());
            if (history != null) {
                history.resetBefore(event.timeMillis());
            }
        }
    }

    /** Agents whose marks had to go to make room. */
    public synchronized long forgotten() {
        return forgotten;
    }

    /** What is held of whoever makes a call. */
    public synchronized Regard regard(String tenant, String agentId, String sessionId, long timeMillis) {
        MarkHistory history = marks.get(tenant + SEPARATOR + agentId);
        double trust = history == null ? 1 : history.trust(timeMillis);
        int streaks = history == null
                ? 0
                : history.within(timeMillis, TrustArithmetic.COUNTED_MILLIS).streaks();
        return new Regard(restraint(tenant, agentId, sessionId, timeMillis), trust, streaks);
    }

    private Restraint restraint(String tenant, String agentId, String sessionId, long timeMillis) {
        if (rulings.isEmpty()) {
            return Restraint.NONE;
        }
        if (isSuspended(tenant, agentId)) {
            return Restraint.SUSPENDED;
        }
        AgentRuled session = rulings.get(tenant + "|session|" + sessionId);
        if (session != null && session.step() == AgentStep.SESSION_HELD) {
            return Restraint.SESSION_HELD;
        }
        return scrutinyUntil(tenant, agentId, timeMillis) == null ? Restraint.NONE : Restraint.SCRUTINY;
    }

    private boolean isSuspended(String tenant, String agentId) {
        AgentRuled said = rulings.get(key(tenant, agentId, AgentStep.SUSPENDED));
        return said != null && said.step() == AgentStep.SUSPENDED;
    }

    private @Nullable Long scrutinyUntil(String tenant, String agentId, long timeMillis) {
        AgentRuled said = rulings.get(key(tenant, agentId, AgentStep.SCRUTINIZED));
        Long until = said == null ? null : said.untilMillis();
        return until == null || until <= timeMillis ? null : until;
    }

    /** What is known of an agent; full trust where nothing is. */
    public synchronized AgentStanding standing(String tenant, String agentId, long timeMillis) {
        MarkHistory known = marks.get(tenant + SEPARATOR + agentId);
        MarkHistory history = known == null ? new MarkHistory() : known;
        return new AgentStanding(
                agentId,
                history.trust(timeMillis),
                isSuspended(tenant, agentId),
                scrutinyUntil(tenant, agentId, timeMillis),
                history.within(timeMillis, HOUR_MILLIS),
                history.within(timeMillis, DAY_MILLIS),
                history.trend(timeMillis, TREND_DAYS),
                history.lastMillis());
    }

    /** The last word of people of a tenant about findings of posture, by {@code RULE} or {@code RULE:subject}. */
    public synchronized Map<String, AgentRuled> findings(String tenant) {
        Map<String, AgentRuled> findings = new HashMap<>();
        for (AgentRuled said : rulings.values()) {
            String finding = said.finding();
            if (finding != null && said.tenant().equals(tenant)) {
                findings.put(finding, said);
            }
        }
        return findings;
    }

    /** Marks of an agent in the last hour. */
    public synchronized AgentMarks lastHour(String tenant, String agentId, long timeMillis) {
        MarkHistory history = marks.get(tenant + SEPARATOR + agentId);
        return history == null ? AgentMarks.NONE : history.within(timeMillis, HOUR_MILLIS);
    }

    /** How much trust an agent has lost within an hour; 0 where it has lost none. */
    public synchronized double lostWithinHour(String tenant, String agentId, long timeMillis) {
        MarkHistory history = marks.get(tenant + SEPARATOR + agentId);
        return history == null ? 0 : Math.max(0, history.trust(timeMillis - HOUR_MILLIS) - history.trust(timeMillis));
    }

    /**
     * The agents of a tenant of which something is known, those with the least trust first.
     *
     * @param limit how many at most
     */
    public synchronized List<AgentStanding> list(String tenant, long timeMillis, int limit) {
        Set<String> ids = new TreeSet<>();
        String start = tenant + SEPARATOR;
        marks.keySet().stream()
                .filter(key -> key.startsWith(start))
                .map(key -> key.substring(start.length()))
                .forEach(ids::add);
        rulings.values().stream()
                .filter(said -> said.tenant().equals(tenant) && !said.agentId().isEmpty())
                .map(AgentRuled::agentId)
                .forEach(ids::add);
        List<AgentStanding> standings = new ArrayList<>();
        ids.forEach(agentId -> standings.add(standing(tenant, agentId, timeMillis)));
        standings.sort(Comparator.comparing((AgentStanding one) -> !one.suspended())
                .thenComparingDouble(AgentStanding::trust)
                .thenComparing(AgentStanding::agentId));
        return List.copyOf(standings.subList(0, Math.min(limit, standings.size())));
    }

    private static String key(String tenant, String agentId, AgentStep step) {
        return new AgentRuled("", tenant, agentId, null, step, 0, "", null, null).recordKey();
    }
}
