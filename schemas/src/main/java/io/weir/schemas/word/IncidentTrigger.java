package io.weir.schemas.word;

/** Why an incident was opened. */
public enum IncidentTrigger {
    /** A call of the highest risk band was denied. */
    CRITICAL_DENIAL,
    /** Calls of one agent were denied again and again. */
    REPEATED_DENIALS,
    /** A call went to what a feed of threats lists. */
    THREAT_INTEL,
    /** The correlator raised an alert. */
    ALERT,
    /** An agent lost much of its trust within an hour. */
    TRUST_DROP,
    /** A short-lived key was used for what it is not for. */
    EPHEMERAL_BREACH,
    /** A rule of a policy asks for an incident. */
    POLICY,
    /** A person opened it. */
    MANUAL
}
