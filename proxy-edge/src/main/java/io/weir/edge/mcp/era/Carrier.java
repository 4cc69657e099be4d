package io.weir.edge.mcp.era;

/** What brings messages from a client to a server and back. */
public enum Carrier {
    /** Requests of the client's, each with its answer: a server is heard as long as it answers one. */
    EXCHANGES,
    /** Two streams: either side may speak when it will, and so ask back. */
    STREAMS
}
