package io.weir.edge.mcp.http;

import io.weir.edge.call.MediaType;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.IdGuess;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.message.MessageReader.Parsed;
import io.weir.edge.mcp.message.MessageRefused;
import io.weir.edge.mcp.message.RpcError;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.Step;
import io.weir.edge.upstream.Piece;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to one request of a client: each message of the server's is reported before it goes out. For one thread. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final long SIGN_OF_LIFE_MILLIS = 5_000;
    private static final String SIGN_OF_LIFE = ": waiting\n\n";

    private final MessageReader messages;
    private final Relay relay;
    private final Response response;
    private final McpMeters meters;
    private final AnswerTo answerTo;
    private final @Nullable Message request;
    private boolean streaming;

    /** An answer to something else than one request. */
    Delivery(MessageReader messages, Relay relay, Response response, McpMeters meters, AnswerTo answerTo) {
        this(messages, relay, response, meters, answerTo, null);
    }

    private Delivery(
            MessageReader messages,
            Relay relay,
            Response response,
            McpMeters meters,
            AnswerTo answerTo,
            @Nullable Message request) {
        this.messages = messages;
        this.relay = relay;
        this.response = response;
        this.meters = meters;
        this.answerTo = answerTo;
        this.request = request;
    }

    /** The same for the answer to a request. */
    Delivery to(Message asked) {
        return new Delivery(messages, relay, response, meters, answerTo, asked);
    }

    /** Answers a request of the server's in the client's place. */
    @FunctionalInterface
    interface AnswerTo {
        void server(String text) throws InterruptedException;
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
        if (streaming) {
            Wire.event(response, message);
            Wire.end(response);
        } else {
            Wire.json(response, 200, message);
        }
    }

    /** Passes the server's answer on. */
    void pass(UpstreamResponse upstream, int bytesMax) throws IOException, UpstreamUnreachable, InterruptedException {
        MediaType type = MediaType.of(upstream.headers().get(HttpHeader.CONTENT_TYPE));
        if (type.name().equals(Wire.EVENT_STREAM)) {
            events(upstream, bytesMax);
        } else {
            whole(upstream, bytesMax);
        }
    }

    private void whole(UpstreamResponse upstream, int bytesMax)
            throws IOException, UpstreamUnreachable, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Piece piece;
        do {
            piece = upstream.next(Long.MAX_VALUE);
            body.writeBytes(piece.bytes());
        } while (!piece.isLast() && body.size() <= bytesMax);
        byte[] bytes = body.toByteArray();
        if (bytes.length == 0) {
            finish(bytes);
        } else if (bytes.length > bytesMax) {
            meters.refused("server");
            finish(utf8(unreadable(bytes)));
        } else {
            finish(judged(bytes, upstream.status()));
        }
    }

    private byte[] judged(byte[] bytes, int status) throws InterruptedException {
        try {
            Parsed parsed = messages.read(bytes);
            List<String> passed = new ArrayList<>();
            boolean changed = false;
            for (Message message : parsed.messages()) {
                String text = passed(message);
                if (message.text().equals(text)) {
                    text = EraGap.named(request, status, message);
                }
                changed |= !message.text().equals(text);
                if (!text.isEmpty()) {
                    passed.add(text);
                }
            }
            if (!changed) {
                return bytes;
            }
            return utf8(parsed.batch() ? "[" + String.join(",", passed) + "]" : String.join("", passed));
        } catch (MessageRefused e) {
            return notAMessage(bytes, status, e);
        }
    }

    /** Errors of HTTP may come with any text; a success must be a message. */
    private byte[] notAMessage(byte[] bytes, int status, MessageRefused refused) throws InterruptedException {
        if (status >= 400 && relay.mayPass(new String(bytes, StandardCharsets.UTF_8))) {
            return bytes;
        }
        meters.refused("server");
        LOG.warn("event=mcp_message_refused sender=server bytes={} detail=\"{}\"", bytes.length, refused.detail());
        return utf8(unreadable(bytes));
    }

    private String unreadable(byte[] bytes) {
        return IdGuess.of(bytes, bytes)
                .flatMap(relay::unreadable)
                .orElseGet(() -> Answer.error(
                        null,
                        RpcError.UPSTREAM,
                        "The server's answer is held back: it is no message that can be read safely.",
                        Map.of()));
    }

    private void finish(byte[] bytes) throws IOException {
        if (streaming) {
            if (bytes.length > 0) {
                Wire.event(response, new String(bytes, StandardCharsets.UTF_8));
            }
            Wire.end(response);
        } else {
            Wire.bytes(response, bytes);
        }
    }

    private void events(UpstreamResponse upstream, int bytesMax)
            throws IOException, UpstreamUnreachable, InterruptedException {
        if (!streaming) {
            Wire.beginStream(response);
            streaming = true;
        }
        SseReader reader = new SseReader(bytesMax);
        Piece piece;
        do {
            piece = upstream.next(SIGN_OF_LIFE_MILLIS);
            if (piece == Piece.PAUSE) {
                // A client that is gone is noticed only by writing to it.
                Wire.part(response, SIGN_OF_LIFE);
            }
            for (SseReader.Event event : taken(reader, piece)) {
                pass(event);
            }
        } while (!piece.isLast());
        Wire.end(response);
    }

    private List<SseReader.Event> taken(SseReader reader, Piece piece) throws IOException {
        try {
            return reader.take(piece.bytes());
        } catch (SseReader.TooLong e) {
            meters.refused("server");
            throw new IOException("an event of the server's is longer than the limit", e);
        }
    }

    private void pass(SseReader.Event event) throws IOException, InterruptedException {
        String data = event.data();
        if (data.isBlank()) {
            Wire.part(response, event.wire(data));
            return;
        }
        try {
            for (Message message : messages.read(utf8(data)).messages()) {
                String text = passed(message);
                if (!text.isEmpty()) {
                    Wire.part(response, event.wire(message.text().equals(text) ? data : text));
                }
            }
        } catch (MessageRefused e) {
            meters.refused("server");
            LOG.warn("event=mcp_message_refused sender=server bytes={} detail=\"{}\"", data.length(), e.detail());
            String answer = IdGuess.of(utf8(data), utf8(data))
                    .flatMap(relay::unreadable)
                    .orElse("");
            if (!answer.isEmpty()) {
                Wire.event(response, answer);
            }
        }
    }

    /** The text that goes to the client, or the empty text. */
    private String passed(Message message) throws InterruptedException {
        Step step = relay.fromServer(message);
        if (step instanceof Step.Forward forward) {
            return forward.text();
        }
        if (step instanceof Step.Reply reply) {
            answerTo.server(reply.text());
        }
        return "";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
