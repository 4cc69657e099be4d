package io.weir.edge.mcp.era;

/** Whose words are translated for a server of the other era. */
public enum Translated {
    /** Nobody's: client and server must share a revision. */
    NONE,
    /** Those of clients with sessions, whom a server of 2026-07-28 would not serve at all. */
    OLDER_CLIENTS,
    /** Those of clients of 2026-07-28 too; over HTTP such as speak both eras lose what only sessions have. */
    ALL_CLIENTS
}
