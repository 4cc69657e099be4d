package io.weir.schemas.word;

/** What a credential may be used for. */
public enum Scope {
    /** Have calls judged, report responses, ask what became of own approvals, mint narrower keys. */
    SCAN,
    /** Look at decisions, approvals, incidents, policies and usage; change nothing. */
    READ,
    /** Decide on held calls. */
    APPROVE,
    /** Change policies. */
    POLICY,
    /** Handle incidents and agents: close, suspend, hold. */
    RESPOND,
    /** List, make, rotate and revoke keys and tokens. */
    KEYS
}
