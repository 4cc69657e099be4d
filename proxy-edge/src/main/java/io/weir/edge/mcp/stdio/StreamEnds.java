package io.weir.edge.mcp.stdio;

import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.message.MessageRefused;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The streams to both ends, and the judgement before the client's. */
final class StreamEnds implements Ends {

    private final Relay relay;
    private final LineWriter server;
    private final LineWriter client;
    private final MessageReader messages;

    /**
     * The two ends of a proxy.
     *
     * @param messageBytesMax longest message that is taken; what is made of one here may be longer
     */
    StreamEnds(Relay relay, LineWriter server, LineWriter client, int messageBytesMax) {
        this.relay = relay;
        this.server = server;
        this.client = client;
        this.messages = new MessageReader(2 * messageBytesMax);
    }

    @Override
    public void tellServer(String text) throws IOException {
        server.write(text);
    }

    @Override
    public Step tellClient(Message told) throws IOException, InterruptedException {
        Step step = relay.fromServer(told);
        if (step instanceof Step.Forward forward) {
            client.write(forward.text());
        }
        return step;
    }

    @Override
    public Step tellClient(String text) throws IOException, InterruptedException {
        return tellClient(read(text));
    }

    @Override
    public Message read(Message message, String text) throws IOException {
        return message.text().equals(text) ? message : read(text);
    }

    private Message read(String text) throws IOException {
        try {
            return messages.read(text.getBytes(StandardCharsets.UTF_8))
                    .messages()
                    .get(0);
        } catch (MessageRefused e) {
            throw new IOException("a message of our own cannot be read", e);
        }
    }
}
