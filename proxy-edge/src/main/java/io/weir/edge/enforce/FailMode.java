package io.weir.edge.enforce;

/** What the gateway does with a call for which the scan API gives no decision. */
public enum FailMode {
    /** Holds it back. */
    CLOSED,
    /** Forwards it unscanned, and says so in the answer. */
    OPEN
}
