package io.weir.edge.mcp.era;

import io.weir.edge.mcp.message.Message;

/** What becomes of a client's message on its way to a server of the other era. */
public sealed interface Passage {

    /** It goes to the server in this form. */
    record Sent(Message message) implements Passage {}

    /**
     * The edge answers it.
     *
     * @param status of HTTP, as the client's revision has it
     */
    record Answered(int status, String text) implements Passage {}

    /** The client listens from now on; the edge tells it what the server says unasked. */
    record Listened(Subscription subscription) implements Passage {}

    /** The other era has nothing of the kind, and its sender waits for nothing. */
    record Taken() implements Passage {}
}
