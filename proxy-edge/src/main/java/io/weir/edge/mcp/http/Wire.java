package io.weir.edge.mcp.http;

import io.weir.edge.call.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/** Writes answers. Each method blocks until the client has taken what is written. */
final class Wire {

    static final String EVENT_STREAM = "text/event-stream";

    private Wire() {}

    /** A whole answer of JSON. */
    static void json(Response response, int status, String body) throws IOException {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        bytes(response, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole answer without a body. */
    static void empty(Response response, int status) throws IOException {
        response.setStatus(status);
        bytes(response, new byte[0]);
    }

    /** The body of an answer whose status and headers are set. */
    static void bytes(Response response, byte[] body) throws IOException {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        Content.Sink.write(response, true, ByteBuffer.wrap(body));
    }

    /** Whether an answer with these headers is a stream of events. */
    static boolean isStream(HttpFields headers) {
        return MediaType.of(headers.get(HttpHeader.CONTENT_TYPE)).name().equals(EVENT_STREAM);
    }

    /** Begins a stream of events. */
    static void beginStream(Response response) throws IOException {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, EVENT_STREAM);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache, no-transform");
        response.getHeaders().put("X-Accel-Buffering", "no");
        part(response, "");
    }

    /** An event with a message. */
    static void event(Response response, String message) throws IOException {
        part(response, "event: message\ndata: " + message.replace("\n", " ").replace("\r", " ") + "\n\n");
    }

    /** Part of a stream, sent at once. */
    static void part(Response response, String text) throws IOException {
        Content.Sink.write(response, false, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The end of a stream. */
    static void end(Response response) throws IOException {
        Content.Sink.write(response, true, ByteBuffer.allocate(0));
    }
}
