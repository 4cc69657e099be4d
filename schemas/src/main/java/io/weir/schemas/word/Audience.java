package io.weir.schemas.word;

/** Who can see what is sent to a destination. Declared from the narrowest to the widest. */
public enum Audience {
    /** Only the operator's own systems and people. */
    INTERNAL,
    /** A named outside party that the operator has listed. */
    KNOWN,
    /** Somebody outside, or somebody we know nothing about. */
    EXTERNAL,
    /** Everybody. */
    PUBLIC
}
