package io.weir.launcher.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weir.launcher.config.OperationsConfig;
import io.weir.platform.health.HealthReport;
import io.weir.platform.health.Readiness;
import io.weir.platform.json.Json;
import io.weir.platform.metrics.Metrics;
import io.weir.schemas.api.Problem;
import io.weir.schemas.error.ErrorCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code /health}, {@code /ready} and {@code /metrics} on a small server of the JDK's. */
public final class OperationsServer implements AutoCloseable {

    private static final String JSON = "application/json";

    private final HttpServer server;
    private final Readiness readiness;
    private final Metrics metrics;

    private OperationsServer(HttpServer server, Readiness readiness, Metrics metrics) {
        this.server = server;
        this.readiness = readiness;
        this.metrics = metrics;
    }

    /**
     * A listening server.
     *
     * @throws IOException if it cannot listen
     */
    public static OperationsServer start(OperationsConfig config, Readiness readiness, Metrics metrics)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(config.host(), config.port()), 0);
        OperationsServer operations = new OperationsServer(server, readiness, metrics);
        server.createContext("/", operations::answer);
        server.start();
        return operations;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/health" -> send(exchange, 200, JSON, Json.bytes(Map.of("status", "ok")));
                case "/ready" -> sendReadiness(exchange);
                case "/metrics" ->
                    send(exchange, 200, Metrics.CONTENT_TYPE, metrics.scrape().getBytes(StandardCharsets.UTF_8));
                default -> sendNotFound(exchange);
            }
        }
    }

    private void sendReadiness(HttpExchange exchange) throws IOException {
        HealthReport report = readiness.report();
        send(exchange, report.ready() ? 200 : 503, JSON, Json.bytes(report));
    }

    private static void sendNotFound(HttpExchange exchange) throws IOException {
        Problem problem =
                Problem.of(ErrorCode.NOT_FOUND, "This server answers at /health, /ready and /metrics.", null, null);
        send(exchange, 404, "application/problem+json", Json.bytes(problem));
    }

    private static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
