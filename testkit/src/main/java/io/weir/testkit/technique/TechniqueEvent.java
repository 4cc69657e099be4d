package io.weir.testkit.technique;

/** Something that happens in a case. */
public sealed interface TechniqueEvent permits TechniqueCall, TechniqueResult {

    /** Who acts. */
    Actor actor();

    /** When, epoch milliseconds. */
    long timeMillis();

    /** Joins a result to its call; unique in the case. */
    String callId();
}
