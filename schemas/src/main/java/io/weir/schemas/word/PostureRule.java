package io.weir.schemas.word;

/** What can be wrong with how keys, agents and policies are kept. */
public enum PostureRule {
    /** A valid key that nobody uses. */
    GHOST_ACCESS(Severity.HIGH),
    /** A key that may be sent from anywhere. */
    NO_IP_ALLOWLIST(Severity.MEDIUM),
    /** An agent whose trust has been low for two weeks. */
    LOW_TRUST_SUSTAINED(Severity.HIGH),
    /** A key that was not rotated for half a year. */
    KEY_OLD_ROTATION(Severity.MEDIUM),
    /** An agent with several denied calls within a day. */
    DECISIONS_DENIED_RECENT(Severity.HIGH),
    /** An environment with keys that no policy holds in. */
    NO_POLICY_COVERAGE(Severity.MEDIUM);

    private final Severity severity;

    PostureRule(Severity severity) {
        this.severity = severity;
    }

    /** How urgent it is. */
    public Severity severity() {
        return severity;
    }
}
