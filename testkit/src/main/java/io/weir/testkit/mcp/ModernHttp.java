package io.weir.testkit.mcp;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Revision 2026-07-28 over HTTP: every request for itself, its headers repeating its body. */
final class ModernHttp {

    private static final String PREFIX = "io.modelcontextprotocol/";
    private static final List<String> REMOVED =
            List.of("initialize", "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe");

    void answer(HttpExchange exchange, Headers headers, Map<String, ?> message, FixtureHttp server) throws IOException {
        Map<String, ?> params = Fixture.map(message.get("params"));
        Map<String, ?> meta = Fixture.map(params.get("_meta"));
        Object id = message.get("id");
        String method = Fixture.text(message, "method");
        if (!message.containsKey("id")) {
            FixtureHttp.sendNothing(exchange, 202);
            return;
        }
        String version = Fixture.text(meta, PREFIX + "protocolVersion");
        String header = headers.getFirst("MCP-Protocol-Version");
        if (REMOVED.contains(method) || !known(method)) {
            FixtureHttp.send(exchange, 404, FixtureHttp.error(id, -32601, "Method not found"));
        } else if (version.isEmpty() || !(meta.get(PREFIX + "clientCapabilities") instanceof Map<?, ?>)) {
            FixtureHttp.send(exchange, 400, FixtureHttp.error(id, -32602, "_meta lacks what every request needs"));
        } else if (!version.equals(header)) {
            FixtureHttp.send(exchange, 400, FixtureHttp.error(id, -32020, "MCP-Protocol-Version differs"));
        } else if (!version.equals(Fixture.MODERN)) {
            FixtureHttp.send(
                    exchange,
                    400,
                    FixtureHttp.error(
                            id,
                            -32022,
                            "Unsupported protocol version",
                            Map.of("supported", List.of(Fixture.MODERN), "requested", version)));
        } else {
            String wrong = wrongHeader(headers, method, params);
            if (wrong != null) {
                FixtureHttp.send(exchange, 400, FixtureHttp.error(id, -32020, wrong));
            } else if (method.equals("subscriptions/listen")) {
                listen(exchange, id, params);
            } else {
                respond(exchange, message, meta, server);
            }
        }
    }

    private static boolean known(String method) {
        return List.of(
                        "server/discover",
                        "tools/list",
                        "tools/call",
                        "resources/list",
                        "resources/templates/list",
                        "resources/read",
                        "prompts/list",
                        "prompts/get",
                        "completion/complete",
                        "subscriptions/listen")
                .contains(method);
    }

    private static @Nullable String wrongHeader(Headers headers, String method, Map<String, ?> params) {
        String said = headers.getFirst("Mcp-Method");
        if (said == null || !said.strip().equals(method)) {
            return "Mcp-Method differs";
        }
        String name = method.equals("resources/read") ? Fixture.text(params, "uri") : Fixture.text(params, "name");
        boolean named = List.of("tools/call", "prompts/get", "resources/read").contains(method);
        String saidName = headers.getFirst("Mcp-Name");
        if (named && (saidName == null || !name.equals(FixtureHttp.decoded(saidName)))) {
            return "Mcp-Name differs";
        }
        Map<String, ?> arguments = Fixture.map(params.get("arguments"));
        if (name.equals("test_header_tool")) {
            String region = headers.getFirst("Mcp-Param-Region");
            Object given = arguments.get("region");
            String read = region == null ? null : FixtureHttp.decoded(region);
            if (given == null ? region != null : !String.valueOf(given).equals(read)) {
                return "Mcp-Param-Region differs";
            }
        }
        return null;
    }

    private static void listen(HttpExchange exchange, @Nullable Object id, Map<String, ?> params) throws IOException {
        FixtureHttp.beginStream(exchange);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("_meta", Map.of(PREFIX + "subscriptionId", String.valueOf(id)));
        told.put("notifications", Fixture.map(params.get("notifications")));
        FixtureHttp.event(
                exchange,
                FixtureJson.text(Map.of(
                        "jsonrpc", "2.0", "method", "notifications/subscriptions/acknowledged", "params", told)));
        for (int i = 0; i < 40; i++) {
            Pause.shortly();
        }
    }

    private void respond(HttpExchange exchange, Map<String, ?> message, Map<String, ?> meta, FixtureHttp server)
            throws IOException {
        String method = Fixture.text(message, "method");
        boolean streams = method.equals("tools/call");
        Stream stream = new Stream(exchange);
        String result = server.result(message, peer(stream, meta));
        if (result.contains("\"error\":{\"") && !stream.begun) {
            boolean capability = result.contains("-32021");
            boolean missing = result.contains("-32601");
            FixtureHttp.send(exchange, capability ? 400 : missing ? 404 : 200, result);
        } else if (streams) {
            stream.write(result);
        } else {
            FixtureHttp.send(exchange, 200, result);
        }
    }

    /** A stream that begins with its first message. */
    private static final class Stream {

        private final HttpExchange exchange;
        private boolean begun;

        Stream(HttpExchange exchange) {
            this.exchange = exchange;
        }

        void write(String message) throws IOException {
            if (!begun) {
                begun = true;
                FixtureHttp.beginStream(exchange);
            }
            FixtureHttp.event(exchange, message);
        }
    }

    private static Fixture.Peer peer(Stream stream, Map<String, ?> meta) {
        return new Fixture.Peer() {
            @Override
            public boolean modern() {
                return true;
            }

            @Override
            public boolean can(String capability) {
                return Fixture.map(meta.get(PREFIX + "clientCapabilities")).containsKey(capability);
            }

            @Override
            public @Nullable String logLevel() {
                return meta.get(PREFIX + "logLevel") instanceof String level ? level : null;
            }

            @Override
            public void tell(String method, Map<String, ?> params) {
                try {
                    stream.write(FixtureJson.text(Map.of("jsonrpc", "2.0", "method", method, "params", params)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public Map<String, ?> ask(String method, Map<String, ?> params) {
                throw new IllegalStateException("this revision has no requests of servers");
            }
        };
    }
}
