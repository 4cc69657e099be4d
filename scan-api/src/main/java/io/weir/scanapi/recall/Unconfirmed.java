package io.weir.scanapi.recall;

/** What happens to a write that could not be compared in time with what other nodes have read. */
public enum Unconfirmed {
    /** It waits for a person. */
    HOLD,
    /** It is judged by what is known; the decision lists what is missing as a gap. */
    ALLOW
}
