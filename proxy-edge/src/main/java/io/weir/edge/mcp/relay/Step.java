package io.weir.edge.mcp.relay;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done with one message on its way. */
public sealed interface Step {

    /**
     * It goes on, as it came or rewritten.
     *
     * @param mirrors headers that repeat parts of it, where those that it came with are another call's; null otherwise
     */
    record Forward(String text, @Nullable Map<String, String> mirrors) implements Step {

        /** With the headers that it came with. */
        public Forward(String text) {
            this(text, null);
        }
    }

    /** It goes nowhere, and its sender gets an answer. */
    record Reply(String text) implements Step {}

    /** It goes nowhere, and nobody is told. */
    record Drop() implements Step {}

    /** It waits for a person. */
    record Hold(HeldCall call) implements Step {}
}
