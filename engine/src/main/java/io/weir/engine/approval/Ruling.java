package io.weir.engine.approval;

/** What people have said about the very same call a moment ago. */
public enum Ruling {
    /** Nothing. */
    NONE,
    /** It may be made, once more. */
    GRANTED,
    /** It may not be made. */
    DENIED
}
