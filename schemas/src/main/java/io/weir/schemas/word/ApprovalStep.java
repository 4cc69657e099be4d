package io.weir.schemas.word;

/** What happened to an approval. */
public enum ApprovalStep {
    /** A call was held, and waits for people. */
    REQUESTED,
    /** Somebody agreed. */
    APPROVED,
    /** Somebody refused. */
    DENIED,
    /** Somebody asked for more time. */
    DEFERRED,
    /** Somebody wrote something down. */
    NOTED,
    /** The call was made with the grant. */
    USED,
    /** Somebody took the grant back. */
    REVOKED,
    /** A one-time code was made for people. */
    CODE_SENT,
    /** Somebody named a code, the right one or a wrong one. */
    CODE_TRIED
}
