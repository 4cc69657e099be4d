package io.weir.edge.mcp.stdio;

import io.weir.edge.mcp.channel.Channel;
import io.weir.edge.mcp.channel.NoAnswer;
import io.weir.edge.mcp.era.ModernClient;
import io.weir.edge.mcp.era.Passage;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.message.MessageRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The way to a server that is a program: it is started for each request, and ended when it has answered. */
public final class StdioChannel implements Channel {

    private static final String ID = "weir-1";

    private final List<String> command;
    private final int bytesMax;
    private final int answerMillis;
    private final MessageReader messages;

    /**
     * The way to a program.
     *
     * @param bytesMax longest message
     * @param answerMillis longest time that it may run
     */
    public StdioChannel(List<String> command, int bytesMax, int answerMillis) {
        this.command = List.copyOf(command);
        this.bytesMax = bytesMax;
        this.answerMillis = answerMillis;
        this.messages = new MessageReader(bytesMax);
    }

    @Override
    public Message ask(Message request, String caller) throws NoAnswer, InterruptedException {
        try (ChildServer server = ChildServer.start(command)) {
            CompletableFuture<Void> end = CompletableFuture.runAsync(
                    server::close, CompletableFuture.delayedExecutor(answerMillis, TimeUnit.MILLISECONDS));
            try {
                return new Talk(new LineReader(server.out(), bytesMax), new LineWriter(server.in())).answer(request);
            } finally {
                end.cancel(false);
            }
        } catch (IOException e) {
            throw new NoAnswer("the program does not run, or has ended without an answer", e);
        }
    }

    /** What is said with one run of the program. */
    private final class Talk {

        private final LineReader in;
        private final LineWriter out;

        Talk(LineReader in, LineWriter out) {
            this.in = in;
            this.out = out;
        }

        Message answer(Message request) throws IOException, NoAnswer {
            ModernClient client = new ModernClient(request, ID);
            Message greeting = ask(client.introduction());
            if (!ModernClient.isWelcome(greeting)) {
                // A server of 2026-07-28 greets nobody.
                return ask(request);
            }
            out.write(ModernClient.INITIALIZED);
            Message sent =
                    client.toServer(greeting) instanceof Passage.Sent passage ? passage.message() : request.withId(ID);
            return ask(sent).withId(request.id());
        }

        private Message ask(Message question) throws IOException, NoAnswer {
            out.write(question.text());
            while (true) {
                Message told = next();
                if (told.kind() == Message.Kind.REQUEST) {
                    out.write(ModernClient.unasked(told));
                } else if (told.kind() == Message.Kind.RESPONSE && told.idKey().equals(question.idKey())) {
                    return told;
                }
            }
        }

        private Message next() throws IOException, NoAnswer {
            while (true) {
                LineReader.Line line = in.next();
                if (line == null) {
                    throw new NoAnswer("the program has ended without an answer, or took too long for one");
                }
                if (line.isTooLong()) {
                    throw new NoAnswer("its answer is longer than " + bytesMax + " bytes");
                }
                if (isMessage(line)) {
                    try {
                        return messages.read(line.bytes()).messages().get(0);
                    } catch (MessageRefused e) {
                        throw new NoAnswer("its answer is no message that can be read safely", e);
                    }
                }
            }
        }

        /** Programs also write what is meant for people. */
        private static boolean isMessage(LineReader.Line line) {
            return !line.isBlank()
                    && new String(line.bytes(), StandardCharsets.UTF_8)
                            .stripLeading()
                            .startsWith("{");
        }
    }
}
