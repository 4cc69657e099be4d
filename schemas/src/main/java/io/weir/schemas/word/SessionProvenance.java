package io.weir.schemas.word;

/** Where a session id came from, from the best source to the weakest. */
public enum SessionProvenance {
    /** The caller named the session. */
    EXPLICIT,
    /** The {@code gen_ai.conversation.id} of the W3C baggage. */
    CONVERSATION,
    /** The {@code Mcp-Session-Id} header. */
    MCP_SESSION,
    /** The trace id of the W3C trace context. */
    TRACE,
    /** Only credential and agent are known: all their calls count as one session. */
    AGENT
}
