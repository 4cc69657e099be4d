package io.weir.schemas.word;

/** What people say of an agent, of one of its sessions, or of a finding about how things are kept. */
public enum AgentStep {
    /** None of its calls is let through. */
    SUSPENDED,
    /** Its calls are judged again as any other's. */
    REACTIVATED,
    /** What it did so far counts no more for its trust. */
    RESET,
    /** It is watched closely for a time, whatever its trust. */
    SCRUTINIZED,
    /** No call of one session is let through before people have agreed. */
    SESSION_HELD,
    /** The calls of one session are judged again as any other's. */
    SESSION_RELEASED,
    /** Somebody has seen a finding of posture. */
    FINDING_ACKNOWLEDGED,
    /** Somebody has done something about a finding of posture. */
    FINDING_RESOLVED,
    /** People live with a finding of posture. */
    FINDING_ACCEPTED,
    /** What was said of a finding of posture holds no more. */
    FINDING_REOPENED
}
