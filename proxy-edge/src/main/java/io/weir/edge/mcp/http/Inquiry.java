package io.weir.edge.mcp.http;

import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.message.MessageRefused;
import io.weir.edge.upstream.Piece;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/** Questions of the edge's own to a server, answered whole or in a stream. Safe to share between threads. */
final class Inquiry {

    /** How long a server may be silent that is asked what it is. */
    static final int QUIET_MILLIS = 10_000;

    private final ServerLink link;
    private final MessageReader messages;
    private final int bytesMax;
    private final int quietMillis;

    /**
     * Questions to this server.
     *
     * @param quietMillis longest silence within an answer
     */
    Inquiry(ServerLink link, MessageReader messages, int bytesMax, int quietMillis) {
        this.link = link;
        this.messages = messages;
        this.bytesMax = bytesMax;
        this.quietMillis = quietMillis;
    }

    /**
     * What came back.
     *
     * @param status of HTTP
     * @param session the session that the server has begun, or null
     * @param answer the answer; empty if there was none that can be read
     */
    record Reply(int status, @Nullable String session, Optional<Message> answer) {}

    /** Asks a question. */
    Reply ask(List<HttpField> headers, Message question) throws UpstreamUnreachable, InterruptedException {
        try (UpstreamResponse upstream = link.post(headers, question.text())) {
            String session = upstream.headers().get(ServerLink.SESSION_HEADER);
            return new Reply(upstream.status(), session, answer(upstream, question));
        }
    }

    private Optional<Message> answer(UpstreamResponse upstream, Message question)
            throws UpstreamUnreachable, InterruptedException {
        boolean streams = Wire.isStream(upstream.headers());
        SseReader events = new SseReader(bytesMax);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            Piece piece;
            do {
                piece = upstream.next(quietMillis);
                if (piece == Piece.PAUSE || body.size() > bytesMax) {
                    return Optional.empty();
                }
                if (streams) {
                    for (SseReader.Event event : events.take(piece.bytes())) {
                        Optional<Message> answer = read(event.data().getBytes(StandardCharsets.UTF_8), question);
                        if (answer.isPresent()) {
                            return answer;
                        }
                    }
                } else {
                    body.writeBytes(piece.bytes());
                }
            } while (!piece.isLast());
            return streams ? Optional.empty() : read(body.toByteArray(), question);
        } catch (SseReader.TooLong e) {
            return Optional.empty();
        }
    }

    private Optional<Message> read(byte[] bytes, Message question) {
        try {
            Message message = messages.read(bytes).messages().get(0);
            return message.idKey().equals(question.idKey()) && message.kind() == Message.Kind.RESPONSE
                    ? Optional.of(message)
                    : Optional.empty();
        } catch (MessageRefused e) {
            return Optional.empty();
        }
    }
}
