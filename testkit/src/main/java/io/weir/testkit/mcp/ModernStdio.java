package io.weir.testkit.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What only revision 2026-07-28 has on standard input and output, and how its servers refuse the older ones. */
final class ModernStdio {

    private static final String PREFIX = "io.modelcontextprotocol/";
    private static final List<String> REMOVED =
            List.of("ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe");

    private final Consumer<String> out;
    /** Filters of the requests that listen, by id. */
    private final Map<Object, Map<String, ?>> listening = new ConcurrentHashMap<>();

    ModernStdio(Consumer<String> out) {
        this.out = out;
    }

    /** Refuses what a server of 2026-07-28 would. */
    static void check(Map<String, ?> message) throws Fixture.Failed {
        String method = Fixture.text(message, "method");
        Map<String, ?> meta = Fixture.map(Fixture.map(message.get("params")).get("_meta"));
        if (method.equals("initialize")) {
            throw new Fixture.Failed(
                    -32022, "Unsupported protocol version", Map.of("supported", List.of(Fixture.MODERN)));
        }
        if (REMOVED.contains(method)) {
            throw new Fixture.Failed(-32601, "Method not found", Map.of());
        }
        if (!Fixture.MODERN.equals(meta.get(PREFIX + "protocolVersion"))
                || !(meta.get(PREFIX + "clientCapabilities") instanceof Map<?, ?>)) {
            throw new Fixture.Failed(-32602, "_meta lacks what every request needs", Map.of());
        }
    }

    /** Takes a request to listen; a call of {@code test_change} has everybody told of a change who wants to know. */
    boolean isTaken(Map<String, ?> message, Map<String, ?> params, Fixture.Peer peer) {
        Object id = message.get("id");
        if (peer.modern() && id != null && "subscriptions/listen".equals(message.get("method"))) {
            listening.put(id, Fixture.map(params.get("notifications")));
            tell("notifications/subscriptions/acknowledged", Map.of("notifications", listening.get(id)), id);
            return true;
        }
        if ("test_change".equals(params.get("name"))) {
            change(String.valueOf(Fixture.map(params.get("arguments")).get("uri")), peer);
        }
        return false;
    }

    private void change(String uri, Fixture.Peer peer) {
        if (!peer.modern()) {
            peer.tell("notifications/tools/list_changed", Map.of());
            peer.tell("notifications/resources/updated", Map.of("uri", uri));
            return;
        }
        listening.forEach((id, filter) -> {
            if (Boolean.TRUE.equals(filter.get("toolsListChanged"))) {
                tell("notifications/tools/list_changed", Map.of(), id);
            }
            if (filter.get("resourceSubscriptions") instanceof List<?> uris && uris.contains(uri)) {
                tell("notifications/resources/updated", Map.of("uri", uri), id);
            }
        });
    }

    private void tell(String method, Map<String, ?> params, Object id) {
        Map<String, Object> marked = new LinkedHashMap<>(params);
        marked.put("_meta", Map.of(PREFIX + "subscriptionId", id));
        out.accept(FixtureJson.text(Map.of("jsonrpc", "2.0", "method", method, "params", marked)));
    }

    /** A client that cancels does not listen any more. */
    void noticed(Map<String, ?> message) {
        Object id = Fixture.map(message.get("params")).get("requestId");
        if (id != null) {
            listening.remove(id);
        }
    }
}
