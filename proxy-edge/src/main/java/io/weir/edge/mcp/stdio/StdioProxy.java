package io.weir.edge.mcp.stdio;

import io.weir.edge.mcp.era.Translated;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.IdGuess;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.message.MessageReader.Parsed;
import io.weir.edge.mcp.message.MessageRefused;
import io.weir.edge.mcp.message.RpcError;
import io.weir.edge.mcp.relay.HoldRules;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a client on our standard input and output and a server that it starts. Messages go on in the order in
 * which they came, each when it has been decided on or reported; only held calls are overtaken.
 */
public final class StdioProxy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StdioProxy.class);
    private static final String BATCHING_REVISION = "2025-03-26";
    private static final int QUIET_MILLIS = 10_000;
    private static final int DRAIN_MILLIS = 5_000;

    private final Relay relay;
    private final McpMeters meters;
    private final StdioRules rules;
    private final MessageReader messages;
    private final ChildServer server;
    private final LineWriter toServer;
    private final InputStream fromClient;
    private final LineWriter toClient;
    private final HeldCalls held;
    private final Eras eras;
    private final CountDownLatch serverSilent = new CountDownLatch(1);
    private volatile long lastHeard = System.nanoTime();

    private StdioProxy(
            Relay relay, McpMeters meters, StdioRules rules, ChildServer server, InputStream in, OutputStream out) {
        this.relay = relay;
        this.meters = meters;
        this.rules = rules;
        this.messages = new MessageReader(rules.messageBytesMax());
        this.server = server;
        this.toServer = new LineWriter(server.in());
        this.fromClient = in;
        this.toClient = new LineWriter(out);
        this.held = new HeldCalls(relay, rules.hold(), toClient, this::take);
        this.eras = new Eras(rules.translated(), new StreamEnds(relay, toServer, toClient, rules.messageBytesMax()));
    }

    /**
     * Limits.
     *
     * @param messageBytesMax longest message
     * @param hold how long calls wait for a person
     * @param translated whose words are translated for a server of the other era
     */
    public record StdioRules(int messageBytesMax, HoldRules hold, Translated translated) {}

    /**
     * Starts the server; messages pass from {@link #run()} on.
     *
     * @throws IOException if the command cannot be run
     */
    public static StdioProxy start(
            List<String> command, Relay relay, McpMeters meters, StdioRules rules, InputStream in, OutputStream out)
            throws IOException {
        return new StdioProxy(relay, meters, rules, ChildServer.start(command), in, out);
    }

    /**
     * Passes messages until the server ends.
     *
     * @return the server's exit code
     */
    public int run() throws InterruptedException {
        thread("weir-mcp-client", this::readClient).start();
        thread("weir-mcp-server", this::readServer).start();
        serverSilent.await();
        int exitCode = server.exitCode();
        for (String answer : relay.abandoned("The server has ended.")) {
            tellClient(answer);
        }
        held.release();
        return exitCode;
    }

    private static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void readClient() {
        LineReader lines = new LineReader(fromClient, rules.messageBytesMax());
        try {
            for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    clientLine(line);
                }
            }
            endServer();
        } catch (IOException e) {
            LOG.info(
                    "event=mcp_stream_broken side=client cause={}", e.getClass().getSimpleName());
            server.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.close();
        } catch (RuntimeException e) {
            // Not the message: it could quote the call. Closed, because nothing may pass unjudged.
            LOG.error("event=unforeseen cause={} at={}", e.getClass().getName(), e.getStackTrace()[0]);
            server.close();
        }
    }

    /** Tells the server that nothing more comes; one that neither ends nor says anything is ended. */
    private void endServer() throws IOException, InterruptedException {
        held.release();
        toServer.close();
        while (!server.hasEnded(QUIET_MILLIS)) {
            if (System.nanoTime() - lastHeard > TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS)) {
                server.close();
            }
        }
    }

    private void clientLine(LineReader.Line line) throws IOException, InterruptedException {
        if (line.isTooLong()) {
            meters.refused("client");
            Object id =
                    IdGuess.of(line.bytes(), line.tail()).map(StdioProxy::value).orElse(null);
            tellClient(Answer.error(
                    id,
                    RpcError.INVALID_REQUEST,
                    "The message has more than " + rules.messageBytesMax() + " bytes.",
                    Map.of()));
            return;
        }
        try {
            Parsed parsed = messages.read(line.bytes());
            if (parsed.batch() && !relay.version().equals(BATCHING_REVISION)) {
                tellClient(Answer.error(
                        null, RpcError.INVALID_REQUEST, "Only revision 2025-03-26 has batches.", Map.of()));
                return;
            }
            for (Message message : parsed.messages()) {
                fromClient(message);
            }
        } catch (MessageRefused e) {
            meters.refused("client");
            LOG.warn("event=mcp_message_refused sender=client detail=\"{}\"", e.detail());
            tellClient(Answer.error(e));
        }
    }

    private static @Nullable Object value(String id) {
        return id.startsWith("\"") ? id.substring(1, id.length() - 1) : Long.valueOf(id);
    }

    private void fromClient(Message message) throws IOException, InterruptedException {
        // A cancelled call that is held here was never sent, so the server need not know.
        if (message.methodName().equals("notifications/cancelled") && held.cancelled(message)) {
            return;
        }
        Step step = relay.fromClient(message);
        if (step instanceof Step.Hold hold) {
            held.add(message, hold.call());
        } else {
            take(message, step);
        }
    }

    private void take(Message message, Step step) throws IOException, InterruptedException {
        if (step instanceof Step.Forward forward) {
            eras.toServer(message, forward.text());
            return;
        }
        if (step instanceof Step.Reply reply) {
            tellClient(reply.text());
        }
        eras.refused(message);
    }

    private void readServer() {
        LineReader lines = new LineReader(server.out(), rules.messageBytesMax());
        try {
            for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
                lastHeard = System.nanoTime();
                if (!line.isBlank()) {
                    serverLine(line);
                }
            }
            if (!server.hasEnded(DRAIN_MILLIS)) {
                server.close();
            }
        } catch (IOException e) {
            LOG.info(
                    "event=mcp_stream_broken side=server cause={}", e.getClass().getSimpleName());
            server.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.close();
        } catch (RuntimeException e) {
            LOG.error("event=unforeseen cause={} at={}", e.getClass().getName(), e.getStackTrace()[0]);
            server.close();
        } finally {
            eras.abandoned();
            serverSilent.countDown();
        }
    }

    private void serverLine(LineReader.Line line) throws IOException, InterruptedException {
        try {
            if (line.isTooLong()) {
                unreadable(line, "the message has more than " + rules.messageBytesMax() + " bytes");
                return;
            }
            for (Message message : messages.read(line.bytes()).messages()) {
                eras.fromServer(message);
            }
        } catch (MessageRefused e) {
            unreadable(line, e.detail());
        }
    }

    /** What is no message goes nowhere; whoever waits for it learns that it is held back. */
    private void unreadable(LineReader.Line line, String why) throws IOException {
        meters.refused("server");
        LOG.warn("event=mcp_message_refused sender=server bytes={} detail=\"{}\"", line.length(), why);
        byte[] tail = line.isTooLong() ? line.tail() : line.bytes();
        Optional<String> answer =
                IdGuess.of(line.bytes(), tail).flatMap(eras::taken).flatMap(relay::unreadable);
        if (answer.isPresent()) {
            toClient.write(answer.get());
        }
    }

    private void tellClient(String message) {
        try {
            toClient.write(message);
        } catch (IOException e) {
            LOG.info(
                    "event=mcp_stream_broken side=client cause={}", e.getClass().getSimpleName());
        }
    }

    /** Ends the server, politely and then by force. */
    @Override
    public void close() {
        server.close();
    }
}
