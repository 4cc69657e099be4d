package io.weir.edge.enforce;

/** What the gateway does with decisions. */
public enum Mode {
    /** Does what the decision says. */
    ENFORCE,
    /** Forwards every call and says what would have been done. */
    MONITOR
}
