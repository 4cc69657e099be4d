package io.weir.schemas.word;

/** What a destination is addressed by. */
public enum DestinationKind {
    /** Host and port of an HTTP call. */
    HOST,
    /** A URL given as an argument. */
    URL,
    /** An e-mail address. */
    EMAIL,
    /** An IBAN or another account number. */
    ACCOUNT,
    /** A channel, room or group of a chat service. */
    CHANNEL,
    /** A person or account of a service, by name. */
    USER,
    /** Nothing that we recognise: the tool itself. */
    TOOL
}
