package io.weir.schemas.word;

/** What sort of credential a key is. */
public enum KeyKind {
    /** An agent's key for real work. */
    LIVE,
    /** An agent's key for trying out. */
    TEST,
    /** A short-lived key that another key has made, for few calls. */
    EPHEMERAL,
    /** A person's token. */
    TOKEN,
    /** An agent's secret, with which it signs requests instead of sending a key. */
    AGENT
}
