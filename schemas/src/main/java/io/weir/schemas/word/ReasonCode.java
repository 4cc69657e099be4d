package io.weir.schemas.word;

/** Closed word for why a decision came out as it did. */
public enum ReasonCode {
    /** A credential stands in the call. */
    SECRET_DETECTED,
    /** Personal data goes to somebody outside. */
    PII_EGRESS,
    /** Health data goes to somebody outside. */
    PHI_EGRESS,
    /** The call marks its content as internal and goes outside. */
    INTERNAL_EGRESS,
    /** Content of an earlier response stands in this call. */
    READ_WRITE_LINK,
    /** The destination was learnt from a tool response. */
    DESTINATION_FROM_RESPONSE,
    /** The user's request does not name the destination. */
    DESTINATION_NOT_REQUESTED,
    /** The destination is outside. */
    EXTERNAL_PRINCIPAL,
    /** A canary token stands in a call to the outside. */
    CANARY_DETECTED,
    /** A part of the call could not be looked into. */
    SCAN_INCOMPLETE,
    /** People have approved this very call a moment ago. */
    RECENT_APPROVAL_GRANT,
    /** People have refused this very call a moment ago. */
    RECENT_DENIAL,
    /** What other nodes have read could not be compared with the call in time. */
    READ_UNCONFIRMED,
    /** The call is not what its short-lived key is for. */
    EPHEMERAL_SCOPE_VIOLATION,
    /** A rule of a policy asks for this decision. */
    POLICY_RULE,
    /** A rule of a policy permits what would have been stopped otherwise. */
    POLICY_PERMITS,
    /** A response orders the agent to do something, above its task. */
    ORDER_IN_RESPONSE,
    /** People have suspended the agent. */
    AGENT_SUSPENDED,
    /** The agent is watched closely, and the call goes outside. */
    AGENT_SCRUTINY,
    /** People hold the session. */
    SESSION_HELD,
    /** A feed of threats lists where the call goes, or what its content names. */
    THREAT_INTEL_MATCH,
    /** The judge model denies what no rule has decided. */
    JUDGE_DENIES,
    /** The judge model wants people to decide, is not sure, or could not be asked. */
    JUDGE_ESCALATES
}
