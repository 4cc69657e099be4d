package io.weir.testkit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server on a free port of this machine that keeps what is posted to it, and answers what the test wants. */
public final class PostServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private volatile Function<Post, Answer> answers = post -> new Answer(200, "");
    private volatile boolean chunked;

    private PostServer(HttpServer server) {
        this.server = server;
    }

    /**
     * What came.
     *
     * @param path that it was posted to
     * @param headers of the request
     * @param body in UTF-8
     */
    public record Post(String path, Headers headers, String body) {

        /** The first value of a header; null if there is none. */
        public String header(String name) {
            return headers.getFirst(name);
        }

        /** The body, which must be JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * What is answered.
     *
     * @param status of HTTP
     * @param body may be empty
     */
    public record Answer(int status, String body) {}

    /** Starts a server that answers 200. */
    public static PostServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            PostServer started = new PostServer(server);
            server.createContext("/", started::take);
            server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers so from now on. */
    public void answers(Function<Post, Answer> newAnswers) {
        answers = newAnswers;
    }

    /** Answers with this status and body from now on. */
    public void answers(int status, String body) {
        answers(post -> new Answer(status, body));
    }

    /** Answers from now on in chunks, so that no length is told before. */
    public void answersInChunks() {
        chunked = true;
    }

    /** Where a path of it is. */
    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What came so far, whatever was answered. */
    public List<Post> posts() {
        return List.copyOf(posts);
    }

    private void take(HttpExchange exchange) throws IOException {
        Post post = new Post(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        posts.add(post);
        Answer answer = answers.apply(post);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        int length = body.length == 0 ? -1 : body.length;
        exchange.sendResponseHeaders(answer.status(), chunked ? 0 : length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
