package io.weir.edge.mcp.stdio;

import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.guard.GuardServer;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.message.MessageRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** The guard on standard input and output. */
public final class StdioServer {

    private final GuardServer guard;
    private final AgentIdentity client;
    private final int messageBytesMax;

    /** A server for a client that starts it itself. */
    public StdioServer(GuardServer guard, AgentIdentity client, int messageBytesMax) {
        this.guard = guard;
        this.client = client;
        this.messageBytesMax = messageBytesMax;
    }

    /** Answers until the client ends its stream. */
    public void run(InputStream in, OutputStream out) throws IOException, InterruptedException {
        LineReader lines = new LineReader(in, messageBytesMax);
        LineWriter answers = new LineWriter(out);
        MessageReader messages = new MessageReader(messageBytesMax);
        for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                try {
                    answer(messages, line, answers);
                } catch (MessageRefused e) {
                    answers.write(Answer.error(e));
                }
            }
        }
    }

    private void answer(MessageReader messages, LineReader.Line line, LineWriter answers)
            throws MessageRefused, IOException, InterruptedException {
        for (Message message : messages.read(line.bytes()).messages()) {
            Optional<String> answer = guard.answer(message, client);
            if (answer.isPresent()) {
                answers.write(answer.get());
            }
        }
    }
}
