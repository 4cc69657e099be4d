package io.weir.engine.link;

/** What a lane leaves out, or lets go of, because its memory and its records are bounded. */
public enum Loss {
    /** Reads that a full session has forgotten. */
    SESSION_READS,
    /** Sessions that have ended: nothing came from them for the whole retention. */
    ENDED_SESSIONS,
    /** Reads that a full bucket of the fleet has forgotten. */
    FLEET_READS,
    /** Prints of one read or write beyond what a bucket of the fleet is told of it. */
    FLEET_PRINTS,
    /** Short values of one read or write beyond what a bucket of the fleet is told of it. */
    FLEET_VALUES,
    /**
     * Questions of the last quarter of an hour that a late read of another session finds no more, or not all at once.
     */
    FLEET_QUESTIONS,
    /** Calls that can no longer be judged again: a session had too many of them, or one was too large to be kept. */
    PAST_WRITES,
    /** Calls of which not all is kept that buckets told of other sessions' reads. */
    PAST_SOURCES
}
