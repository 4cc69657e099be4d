package io.weir.engine.policy;

/** Which of several matching rules counts. */
public enum Precedence {
    /** All count, and the strictest action decides. */
    STRICTEST,
    /** The one with the lowest priority number counts; of several such, the strictest. */
    PRIORITY
}
