package io.weir.testkit.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server on a free port of this machine that keeps what is posted to it, and answers what the test wants. */
public final class PostServer implements AutoCloseable {

    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private volatile Function<Post, Answer> answers = post -> new Answer(200, "");

    private PostServer(HttpServer server) {
        this.server = server;
    }

    /**
     * What came.
     *
     * @param headers of the request
     * @param body in UTF-8
     */
    public record Post(Headers headers, String body) {}

    /**
     * What is answered.
     *
     * @param status of HTTP
     * @param body may be empty
     */
    public record Answer(int status, String body) {}

    /** Starts a server that answers 200. */
    public static PostServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PostServer started = new PostServer(server);
        server.createContext("/", started::take);
        server.start();
        return started;
    }

    /** Answers so from now on. */
    public void answers(Function<Post, Answer> newAnswers) {
        answers = newAnswers;
    }

    /** Answers with this status from now on. */
    public void answers(int status) {
        answers(post -> new Answer(status, ""));
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** What came so far, whatever was answered. */
    public List<Post> posts() {
        return List.copyOf(posts);
    }

    private void take(HttpExchange exchange) throws IOException {
        Post post = new Post(
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        posts.add(post);
        Answer answer = answers.apply(post);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
