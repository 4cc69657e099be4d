package io.weir.edge.mcp.stdio;

import io.weir.edge.mcp.message.Message;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Questions of the edge's own to a server, whose answers are not the client's. Safe to share between threads. */
final class Questions {

    private static final int ID_BYTES = 6;

    private final Ends ends;
    private final String prefix;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Object, CompletableFuture<Optional<Message>>> open = new ConcurrentHashMap<>();
    private volatile boolean abandoned;

    Questions(Ends ends) {
        byte[] bytes = new byte[ID_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.ends = ends;
        this.prefix = "weir-" + HexFormat.of().formatHex(bytes) + "-";
    }

    /** An id that no client has thought of. */
    String newId() {
        return prefix + ids.incrementAndGet();
    }

    /** The id that stands in a key. */
    static String id(String idKey) {
        return idKey.replace("\"", "");
    }

    /** Asks; the answer is empty if none comes in time. */
    CompletableFuture<Optional<Message>> ask(Message question, long waitMillis) throws IOException {
        CompletableFuture<Optional<Message>> answer = new CompletableFuture<>();
        open.put(String.valueOf(question.id()), answer);
        ends.tellServer(question.text());
        return abandoned
                ? CompletableFuture.completedFuture(Optional.empty())
                : answer.completeOnTimeout(Optional.empty(), waitMillis, TimeUnit.MILLISECONDS);
    }

    /** Takes a server's message if it answers a question, be it too late. */
    boolean isAnswered(Message told) {
        CompletableFuture<Optional<Message>> asked =
                told.kind() == Message.Kind.RESPONSE && told.id() instanceof String id ? open.remove(id) : null;
        if (asked == null) {
            return false;
        }
        asked.complete(Optional.of(told));
        return true;
    }

    /** The server says nothing more. */
    void abandon() {
        abandoned = true;
        open.values().forEach(asked -> asked.complete(Optional.empty()));
    }
}
