package io.weir.schemas.word;

/** Where a destination came from. */
public enum DestinationProvenance {
    /** The user's request names it. */
    USER_REQUEST,
    /** The operator's configuration lists it. */
    POLICY,
    /** It first stood in a tool response: the mark of an injected instruction. */
    TOOL_RESPONSE,
    /** We have not seen where it came from. */
    UNKNOWN
}
