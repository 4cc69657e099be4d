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

    static final int MISSING_CAPABILITY = -32021;
    static final int UNSUPPORTED_VERSION = -32022;

    /** Requests of sessions that 2026-07-28 has not. */
    static final Set<String> ONLY_IN_SESSIONS =
            Set.of("initialize", "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe");

    private static final String TASKS = PREFIX + "tasks";

    private Revision() {}

    /** What a server can do that clients of the other era can make use of: notices unasked for and tasks are not. */
    static Map<String, @Nullable Object> ofServer(@Nullable Object capabilities) {
        Map<String, @Nullable Object> usable = new LinkedHashMap<>();
        Members.map(capabilities).forEach((name, value) -> {
            if (!name.equals("tasks")) {
                usable.put(
                        name, value instanceof Map<?, ?> ? without(value, "listChanged", "subscribe", TASKS) : value);
            }
        });
        return usable;
    }

    /** What a client can do that servers of the other era can make use of: asking it back is not. */
    static Map<String, @Nullable Object> ofClient(@Nullable Object capabilities) {
        Map<String, @Nullable Object> usable = without(capabilities, "sampling", "elicitation", "roots", "tasks");
        usable.computeIfPresent("extensions", (name, value) -> without(value, TASKS));
        return usable;
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
