package io.weir.edge.mcp.relay;

/** What is done with one message on its way. */
public sealed interface Step {

    /** It goes on, as it came or rewritten. */
    record Forward(String text) implements Step {}

    /** It goes nowhere, and its sender gets an answer. */
    record Reply(String text) implements Step {}

    /** It goes nowhere, and nobody is told. */
    record Drop() implements Step {}

    /** It waits for a person. */
    record Hold(HeldCall call) implements Step {}
}
