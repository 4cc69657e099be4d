package io.weir.engine.trust;

/**
 * What holds for all calls of an agent or a session, whatever is in them. Declared from the mildest to the strictest.
 */
public enum Restraint {
    /** Nothing. */
    NONE,
    /** A call that goes outside waits for people. */
    SCRUTINY,
    /** Every call waits for people. */
    SESSION_HELD,
    /** No call is let through. */
    SUSPENDED
}
