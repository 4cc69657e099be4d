package io.weir.edge.mcp.stdio;

import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.relay.Step;
import java.io.IOException;
import java.util.Optional;

/** How what one side says is put for the other. Safe to share between the threads that bring messages. */
interface Words {

    /**
     * Brings a client's message to the server.
     *
     * @param message as it came
     * @param text as it may go out
     */
    void toServer(Message message, String text) throws IOException, InterruptedException;

    /** Brings a server's message to the client. */
    void fromServer(Message told) throws IOException, InterruptedException;

    /**
     * Takes the request of the client's that a server's answer is to, which cannot be read.
     *
     * @param idKey id of the answer
     * @return the id that the client knows; empty if there is no such request
     */
    default Optional<String> taken(String idKey) {
        return Optional.of(idKey);
    }

    /** A client's message goes nowhere, and the client has been told so. */
    default void refused(Message message) throws IOException, InterruptedException {}

    /** As they are: both speak the same era. */
    static Words asTheyAre(Ends ends) {
        return new Words() {
            @Override
            public void toServer(Message message, String text) throws IOException {
                ends.tellServer(text);
            }

            @Override
            public void fromServer(Message told) throws IOException, InterruptedException {
                if (ends.tellClient(told) instanceof Step.Reply reply) {
                    ends.tellServer(reply.text());
                }
            }
        };
    }
}
