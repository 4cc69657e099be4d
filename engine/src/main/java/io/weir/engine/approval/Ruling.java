package io.weir.engine.approval;

/** What was settled about a call before it is judged: by people a moment ago, or by the bounds of its credential. */
public enum Ruling {
    /** Nothing. */
    NONE,
    /** It may be made, once more. */
    GRANTED,
    /** It may not be made. */
    DENIED,
    /** It is not what the credential is for, whatever else speaks for it. */
    OUT_OF_BOUNDS
}
