package io.weir.edge.mcp.era;

import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The revisions between which is translated, and what both mappings know of them. */
final class Revision {

    /** The one without sessions. */
    static final String MODERN = Message.FIRST_MODERN;
    /** The newest with sessions. */
    static final String OLDER = "2025-11-25";
    /** Those with sessions that have no batches, so that one request is one exchange. */
    static final List<String> WITHOUT_BATCHES = List.of("2025-06-18", OLDER);

    static final String PREFIX = "io.modelcontextprotocol/";
    static final String VERSION = Message.VERSION_META;
    static final String CLIENT_INFO = PREFIX + "clientInfo";
    static final String CAPABILITIES = PREFIX + "clientCapabilities";
    static final String SERVER_INFO = PREFIX + "serverInfo";
    static final String LOG_LEVEL = PREFIX + "logLevel";
    static final String SUBSCRIPTION = PREFIX + "subscriptionId";

    static final int MISSING_CAPABILITY = -32021;
    static final int UNSUPPORTED_VERSION = -32022;

    /** Requests of sessions that 2026-07-28 has not. */
    static final Set<String> ONLY_IN_SESSIONS =
            Set.of("initialize", "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe");

    private static final String TASKS = PREFIX + "tasks";
    private static final Map<String, String> ASKED_BY_SERVERS =
            Map.of("sampling/createMessage", "sampling", "elicitation/create", "elicitation", "roots/list", "roots");

    private Revision() {}

    /**
     * What a server can do that clients of the other era can make use of: tasks are not, and on exchanges no notices.
     */
    static Map<String, @Nullable Object> ofServer(@Nullable Object capabilities, Carrier carrier) {
        Map<String, @Nullable Object> usable = new LinkedHashMap<>();
        Members.map(capabilities).forEach((name, value) -> {
            if (!name.equals("tasks")) {
                usable.put(name, value instanceof Map<?, ?> ? usable(value, carrier) : value);
            }
        });
        return usable;
    }

    private static Map<String, @Nullable Object> usable(Object capability, Carrier carrier) {
        return carrier == Carrier.STREAMS
                ? without(capability, TASKS)
                : without(capability, "listChanged", "subscribe", TASKS);
    }

    /** What a client can do that servers of the other era can make use of: on exchanges they cannot ask it back. */
    static Map<String, @Nullable Object> ofClient(@Nullable Object capabilities, Carrier carrier) {
        Map<String, @Nullable Object> usable = carrier == Carrier.STREAMS
                ? without(capabilities, "tasks")
                : without(capabilities, "sampling", "elicitation", "roots", "tasks");
        usable.computeIfPresent("roots", (name, value) -> without(value, "listChanged"));
        usable.computeIfPresent("extensions", (name, value) -> without(value, TASKS));
        return usable;
    }

    /** Whether servers of sessions may make such a request, and those of 2026-07-28 put it into a result. */
    static boolean isOfServers(@Nullable String method) {
        return method != null && ASKED_BY_SERVERS.containsKey(method);
    }

    /** The capability without which a client is not asked so. */
    static String capability(String method) {
        return ASKED_BY_SERVERS.getOrDefault(method, "");
    }

    private static Map<String, @Nullable Object> without(@Nullable Object members, String... names) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(Members.map(members));
        rest.keySet().removeAll(List.of(names));
        return rest;
    }

    /** Whether a message answers something. */
    static boolean isAnswer(Message message) {
        return message.kind() == Message.Kind.RESPONSE;
    }
}
