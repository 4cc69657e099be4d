package io.weir.engine.trust;

import io.weir.schemas.event.AgentMarks;

/**
 * The arithmetic of trust, published so that anybody can do the sum. An agent has a debt between 0 and 1; its trust is
 * 1 less the debt. A denied call adds 0.05, one of the highest risk band 0.03 more, one to what a feed of threats lists
 * 0.15, one unlike the agent's others 0.01, one beyond its key 0.05, a refusal by people 0.10. A row of 50 calls
 * without a denial takes 0.05 off, a call that people agreed to 0.02; there is no credit beyond the debt. The debt
 * halves every two days, and what is older than 14 days does not count. Pure.
 */
public final class TrustArithmetic {

    /** How long a mark counts, in milliseconds: 14 days. */
    public static final long COUNTED_MILLIS = 14L * 86_400_000;

    /** Below this an agent is watched closely. */
    public static final double SCRUTINY_BELOW = 0.6;

    /** Calls without a denial that make a streak. */
    public static final int STREAK_CALLS = 50;

    private static final long HALVED_MILLIS = 2L * 86_400_000;
    private static final double DENIAL = 0.05;
    private static final double CRITICAL = 0.03;
    private static final double THREAT = 0.15;
    private static final double ANOMALY = 0.01;
    private static final double BREACH = 0.05;
    private static final double REFUSAL = 0.10;
    private static final double STREAK = -0.05;
    private static final double APPROVAL = -0.02;

    private TrustArithmetic() {}

    private static double cost(AgentMarks marks) {
        return marks.denials() * DENIAL
                + marks.criticals() * CRITICAL
                + marks.threats() * THREAT
                + marks.anomalies() * ANOMALY
                + marks.breaches() * BREACH
                + marks.refusals() * REFUSAL
                + marks.streaks() * STREAK
                + marks.approvals() * APPROVAL;
    }

    /** The debt after a time in which nothing happened. */
    static double faded(double debt, long millis) {
        return debt * Math.pow(0.5, (double) Math.max(0, millis) / HALVED_MILLIS);
    }

    /** The debt after these marks. */
    static double after(double debt, AgentMarks marks) {
        return Math.min(1, Math.max(0, debt + cost(marks)));
    }

    /** The trust that a debt leaves, 0..1, in thousandths. */
    static double trust(double debt) {
        return Math.round((1 - debt) * 1_000) / 1_000.0;
    }
}
