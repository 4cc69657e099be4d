package io.weir.testkit.mcp;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The fixture over streamable HTTP: sessions for the older revisions, none for 2026-07-28. */
public final class FixtureHttp implements AutoCloseable {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String TOKEN = "Bearer token-of-the-fixture";

    private final HttpServer server;
    private final Fixture fixture = new Fixture();
    private final Map<String, Map<String, ?>> sessions = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<Map<String, ?>>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger(1_000);
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<Headers> seenHeaders = new CopyOnWriteArrayList<>();
    private volatile boolean tokenWanted;
    private volatile boolean older = true;
    private volatile boolean modern = true;

    private FixtureHttp(HttpServer server) {
        this.server = server;
    }

    /** A listening server. */
    public static FixtureHttp start() throws IOException {
        return start(0);
    }

    /** A server that listens on a port. */
    public static FixtureHttp start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        FixtureHttp fixture = new FixtureHttp(server);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fixture");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/mcp", fixture::answer);
        server.createContext("/.well-known/oauth-protected-resource", fixture::metadata);
        server.start();
        return fixture;
    }

    /** Its URL. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mcp");
    }

    /** Bodies of all POSTs so far. */
    public List<String> seen() {
        return seen;
    }

    /** Headers of all POSTs so far. */
    public List<Headers> seenHeaders() {
        return seenHeaders;
    }

    /** From now on requests without a token are refused. */
    public FixtureHttp wantingToken() {
        tokenWanted = true;
        return this;
    }

    /** From now on it knows no sessions. */
    public FixtureHttp onlyModern() {
        older = false;
        return this;
    }

    /** From now on it knows the revisions with sessions only. */
    public FixtureHttp onlyOlder() {
        modern = false;
        return this;
    }

    /** Forgets all sessions, as after a restart. */
    public void forgetSessions() {
        sessions.clear();
    }

    private void metadata(HttpExchange exchange) throws IOException {
        send(
                exchange,
                200,
                FixtureJson.text(
                        Map.of("resource", url().toString(), "authorization_servers", List.of("https://login.test"))));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            Headers headers = exchange.getRequestHeaders();
            String host = String.valueOf(headers.getFirst("Host")).replaceFirst(":\\d+$", "");
            String origin = headers.getFirst("Origin");
            if (!LOOPBACK.contains(host)
                    || (origin != null && !LOOPBACK.contains(URI.create(origin).getHost()))) {
                send(exchange, 403, error(null, -32000, "foreign host"));
            } else if (tokenWanted && !TOKEN.equals(headers.getFirst("Authorization"))) {
                exchange.getResponseHeaders()
                        .set(
                                "WWW-Authenticate",
                                "Bearer resource_metadata=\"" + url().resolve("/.well-known/oauth-protected-resource")
                                        + "\", scope=\"files\"");
                send(exchange, 401, "{\"error\":\"invalid_token\"}");
            } else {
                switch (exchange.getRequestMethod()) {
                    case "POST" -> post(exchange, headers);
                    case "GET" -> stream(exchange, headers);
                    case "DELETE" -> end(exchange, headers);
                    default -> send(exchange, 405, "");
                }
            }
        } finally {
            exchange.close();
        }
    }

    private void post(HttpExchange exchange, Headers headers) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(body);
        seenHeaders.add(headers);
        Object parsed = FixtureJson.value(body);
        if (parsed instanceof List<?> items) {
            StringBuilder answers = new StringBuilder();
            for (Object item : items) {
                String answer = result(Fixture.map(item), legacyPeer(exchange, Map.of()));
                answers.append(answers.length() == 0 ? "" : ",").append(answer);
            }
            send(exchange, 200, "[" + answers + "]");
            return;
        }
        Map<String, ?> message = Fixture.map(parsed);
        Map<String, ?> params = Fixture.map(message.get("params"));
        String declared = Fixture.text(Fixture.map(params.get("_meta")), "io.modelcontextprotocol/protocolVersion");
        String header = String.valueOf(headers.getFirst("MCP-Protocol-Version"));
        boolean saysModern = !declared.isEmpty() || (header.compareTo(Fixture.MODERN) >= 0 && !header.equals("null"));
        if (!older || (modern && saysModern)) {
            new ModernHttp().answer(exchange, headers, message, this);
        } else {
            legacy(exchange, headers, message);
        }
    }

    private void legacy(HttpExchange exchange, Headers headers, Map<String, ?> message) throws IOException {
        String session = headers.getFirst("Mcp-Session-Id");
        String method = Fixture.text(message, "method");
        if (method.equals("initialize")) {
            session = UUID.randomUUID().toString();
            sessions.put(session, Fixture.map(Fixture.map(message.get("params")).get("capabilities")));
            exchange.getResponseHeaders().set("Mcp-Session-Id", session);
        } else if (session == null) {
            send(exchange, 400, error(message.get("id"), -32000, "Bad Request: no session"));
            return;
        } else if (!sessions.containsKey(session)) {
            send(exchange, 404, error(message.get("id"), -32001, "Session not found"));
            return;
        }
        if (message.containsKey("result") || message.containsKey("error")) {
            BlockingQueue<Map<String, ?>> queue = asked.get(String.valueOf(message.get("id")));
            if (queue != null) {
                queue.add(Fixture.map(message.get("result")));
            }
            sendNothing(exchange, 202);
        } else if (!message.containsKey("id")) {
            sendNothing(exchange, 202);
        } else if (Fixture.text(Fixture.map(message.get("params")), "name").equals("test_lost_answer")) {
            beginStream(exchange);
        } else if (method.equals("tools/call")) {
            beginStream(exchange);
            event(exchange, result(message, legacyPeer(exchange, sessions.getOrDefault(session, Map.of()))));
        } else {
            send(exchange, 200, result(message, legacyPeer(exchange, Map.of())));
        }
    }

    String result(Map<String, ?> message, Fixture.Peer peer) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("jsonrpc", "2.0");
        response.put("id", message.get("id"));
        try {
            response.put(
                    "result",
                    fixture.handle(Fixture.text(message, "method"), Fixture.map(message.get("params")), peer));
        } catch (Fixture.Failed e) {
            response.put("error", Map.of("code", e.code, "message", String.valueOf(e.getMessage()), "data", e.data));
        }
        return FixtureJson.text(response);
    }

    private Fixture.Peer legacyPeer(HttpExchange exchange, Map<String, ?> capabilities) {
        return new Fixture.Peer() {
            @Override
            public boolean modern() {
                return false;
            }

            @Override
            public boolean can(String capability) {
                return capabilities.containsKey(capability);
            }

            @Override
            public void tell(String method, Map<String, ?> params) {
                event(exchange, FixtureJson.text(Map.of("jsonrpc", "2.0", "method", method, "params", params)));
            }

            @Override
            public Map<String, ?> ask(String method, Map<String, ?> params) {
                int id = ids.incrementAndGet();
                BlockingQueue<Map<String, ?>> queue = new LinkedBlockingQueue<>();
                asked.put(String.valueOf(id), queue);
                event(
                        exchange,
                        FixtureJson.text(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params)));
                try {
                    Map<String, ?> answer = queue.poll(10, TimeUnit.SECONDS);
                    return answer == null ? Map.of() : answer;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Map.of();
                }
            }
        };
    }

    private void stream(HttpExchange exchange, Headers headers) throws IOException {
        String session = headers.getFirst("Mcp-Session-Id");
        if (!older || session == null || !sessions.containsKey(session)) {
            send(exchange, !older || session == null ? 405 : 404, "");
            return;
        }
        beginStream(exchange);
        try {
            while (sessions.containsKey(session)) {
                exchange.getResponseBody().write(": alive\n\n".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                Pause.shortly();
            }
        } catch (IOException e) {
            exchange.close();
        }
    }

    private void end(HttpExchange exchange, Headers headers) throws IOException {
        String session = String.valueOf(headers.getFirst("Mcp-Session-Id"));
        sendNothing(exchange, sessions.remove(session) == null ? 404 : 200);
    }

    static String error(@Nullable Object id, int code, String message) {
        return error(id, code, message, Map.of());
    }

    static String error(@Nullable Object id, int code, String message, Map<String, ?> data) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("jsonrpc", "2.0");
        response.put("id", id);
        response.put("error", Map.of("code", code, "message", message, "data", data));
        return FixtureJson.text(response);
    }

    static void beginStream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
    }

    static void event(HttpExchange exchange, String message) {
        try {
            OutputStream out = exchange.getResponseBody();
            out.write(("event: message\nid: " + UUID.randomUUID() + "\ndata: " + message + "\n\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    static void sendNothing(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    /** A header's value, its code undone; null if the code is broken. */
    static @Nullable String decoded(String value) {
        String plain = value.strip();
        if (!plain.toLowerCase(Locale.ROOT).startsWith("=?base64?") || !plain.endsWith("?=")) {
            return plain;
        }
        try {
            String code = plain.substring("=?base64?".length(), plain.length() - 2);
            return code.length() % 4 == 0 ? new String(Base64.getDecoder().decode(code), StandardCharsets.UTF_8) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public void close() {
        sessions.clear();
        server.stop(0);
    }

    /** Runs until it is killed: {@code FixtureHttp PORT}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (FixtureHttp running = start(Integer.parseInt(args[0]))) {
            System.out.println("ready " + running.url());
            Thread.currentThread().join();
        }
    }
}
