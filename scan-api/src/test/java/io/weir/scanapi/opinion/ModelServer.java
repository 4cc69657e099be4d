package io.weir.scanapi.opinion;

import com.sun.net.httpserver.HttpServer;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A real HTTP server that speaks the protocol of an OpenAI-compatible API and says what it is told to say. */
public final class ModelServer implements AutoCloseable {

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> questions = Collections.synchronizedList(new ArrayList<>());
    private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
    private volatile int status = 200;
    private volatile String content = "";
    private volatile boolean silent;

    private ModelServer(HttpServer server) {
        this.server = server;
    }

    /** Starts on a free port of loopback. */
    public static ModelServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        ModelServer model = new ModelServer(server);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/v1/chat/completions", exchange -> {
            model.questions.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            model.authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            model.waitWhileSilent();
            byte[] answer = Json.bytes(Map.of(
                    "id",
                    "c-1",
                    "object",
                    "chat.completion",
                    "choices",
                    List.of(Map.of(
                            "index",
                            0,
                            "finish_reason",
                            "stop",
                            "message",
                            Map.of("role", "assistant", "content", model.content)))));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(model.status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return model;
    }

    private void waitWhileSilent() {
        try {
            if (silent) {
                closing.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it answers from now on. */
    public void says(int newStatus, String newContent) {
        status = newStatus;
        content = newContent;
    }

    /** Answers nothing any more. */
    public void fallSilent() {
        silent = true;
    }

    /** Base URL of its API. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Bodies that it was sent. */
    public List<String> questions() {
        return List.copyOf(questions);
    }

    /** Credentials that it was sent. */
    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
