package io.weir.schemas.word;

/** What happened to an incident. */
public enum IncidentStep {
    /** Something happened that opens an incident, or belongs to one that is open. */
    OPENED,
    /** Somebody began to look into it. */
    TAKEN_UP,
    /** Somebody wrote something down. */
    NOTED,
    /** Somebody did something about it. */
    ACTED,
    /** Somebody settled it. */
    CLOSED,
    /** Somebody opened it again. */
    REOPENED
}
