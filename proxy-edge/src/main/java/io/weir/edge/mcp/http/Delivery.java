package io.weir.edge.mcp.http;

import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.upstream.Piece;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request of a client: each message of the server's is reported before it goes out. For one thread.
 */
final class Delivery {

    private static final long SIGN_OF_LIFE_MILLIS = 5_000;
    private static final String SIGN_OF_LIFE = ": waiting\n\n";

    private final Parts parts;
    private final Relay relay;
    private final Response response;
    private final @Nullable Message request;
    private boolean streaming;

    /**
     * What deliveries share.
     *
     * @param messages reads the server's
     * @param messageBytesMax longest one
     */
    record Parts(MessageReader messages, int messageBytesMax, McpMeters meters) {}

    /**
     * An answer that has not begun.
     *
     * @param request what is answered; null where it is not one request
     */
    Delivery(Parts parts, Relay relay, Response response, @Nullable Message request) {
        this.parts = parts;
        this.relay = relay;
        this.response = response;
        this.request = request;
    }

    /** A message of ours before the answer itself; from then on the answer is a stream. */
    void event(String message) throws IOException {
        if (!streaming) {
            response.setStatus(200);
            Wire.beginStream(response);
            streaming = true;
        }
        Wire.event(response, message);
    }

    /** The whole answer is a message of ours. */
    void only(String message) throws IOException {
        only(200, message);
    }

    /** As {@link #only(String)}, with this status unless the answer has begun. */
    void only(int status, String message) throws IOException {
        if (streaming) {
            Wire.event(response, message);
            Wire.end(response);
        } else {
            Wire.json(response, status, message);
        }
    }

    /** The whole answer is one that the edge gives in the server's place. */
    void inPlace(int status, String message) throws IOException, InterruptedException {
        Answered answered = answered(Telling.AS_IT_IS, text -> {});
        byte[] told = message.getBytes(StandardCharsets.UTF_8);
        only(status, new String(answered.whole(told, 200).bytes(), StandardCharsets.UTF_8));
    }

    private Answered answered(Telling telling, Answered.AnswerTo answerTo) {
        return new Answered(parts.messages(), relay, parts.meters(), new Answered.Words(request, telling, answerTo));
    }

    /** Passes the server's answer on. */
    void pass(UpstreamResponse upstream, Telling telling, Answered.AnswerTo answerTo)
            throws IOException, UpstreamUnreachable, InterruptedException {
        Answered answered = answered(telling, answerTo);
        if (Wire.isStream(upstream.headers())) {
            events(upstream, answered);
        } else {
            whole(upstream, answered);
        }
    }

    private void whole(UpstreamResponse upstream, Answered answered)
            throws IOException, UpstreamUnreachable, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Piece piece;
        do {
            piece = upstream.next(Long.MAX_VALUE);
            body.writeBytes(piece.bytes());
        } while (!piece.isLast() && body.size() <= parts.messageBytesMax());
        byte[] bytes = body.toByteArray();
        if (bytes.length == 0) {
            finish(new Answered.Body(upstream.status(), bytes));
        } else if (bytes.length > parts.messageBytesMax()) {
            finish(new Answered.Body(upstream.status(), answered.unreadable(bytes)));
        } else {
            finish(answered.whole(bytes, upstream.status()));
        }
    }

    private void finish(Answered.Body body) throws IOException {
        if (streaming) {
            if (body.bytes().length > 0) {
                Wire.event(response, new String(body.bytes(), StandardCharsets.UTF_8));
            }
            Wire.end(response);
        } else {
            response.setStatus(body.status());
            Wire.bytes(response, body.bytes());
        }
    }

    private void events(UpstreamResponse upstream, Answered answered)
            throws IOException, UpstreamUnreachable, InterruptedException {
        if (!streaming) {
            Wire.beginStream(response);
            streaming = true;
        }
        SseReader reader = new SseReader(parts.messageBytesMax());
        Piece piece;
        do {
            piece = upstream.next(SIGN_OF_LIFE_MILLIS);
            if (piece == Piece.PAUSE) {
                // A client that is gone is noticed only by writing to it.
                Wire.part(response, SIGN_OF_LIFE);
            }
            for (SseReader.Event event : taken(reader, piece)) {
                pass(event, answered);
            }
        } while (!piece.isLast());
        Optional<String> missing = answered.missing();
        if (missing.isPresent()) {
            Wire.event(response, missing.get());
        }
        Wire.end(response);
    }

    private List<SseReader.Event> taken(SseReader reader, Piece piece) throws IOException {
        try {
            return reader.take(piece.bytes());
        } catch (SseReader.TooLong e) {
            parts.meters().refused("server");
            throw new IOException("an event of the server's is longer than the limit", e);
        }
    }

    private void pass(SseReader.Event event, Answered answered) throws IOException, InterruptedException {
        String data = event.data();
        if (data.isBlank()) {
            Wire.part(response, event.wire(data));
            return;
        }
        for (String text : answered.event(data)) {
            Wire.part(response, event.wire(text));
        }
    }
}
