package io.weir.engine.policy.foreign;

/** How to read a file of another product where that product does what nobody would expect. */
public enum ForeignMode {
    /** As the other product does, with a warning. */
    COMPAT,
    /** As the author most likely meant; what can mean two things is refused. */
    STRICT
}
