package io.weir.edge.mcp.http;

import io.weir.edge.mcp.relay.BoundedMap;
import io.weir.edge.mcp.relay.Origin;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.RelayParts;
import io.weir.edge.mcp.relay.Retries;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The relays of one server: one for each session of the older revisions, whose requests and answers may come over
 * different connections, and one for each request where there are no sessions. Bounded; safe to share between threads.
 */
final class Sessions {

    private static final int SESSIONS_MAX = 4_096;

    private final RelayParts parts;
    private final Retries retries = new Retries();
    private final Map<String, Relay> bySession = BoundedMap.byUse(SESSIONS_MAX);

    Sessions(RelayParts parts) {
        this.parts = parts;
    }

    /** The relay for a request. */
    synchronized Relay of(@Nullable String sessionId, Origin origin) {
        return sessionId == null
                ? new Relay(parts, origin, retries)
                : bySession.computeIfAbsent(sessionId, id -> new Relay(parts, origin, retries));
    }

    /** The upstream has begun a session. */
    synchronized void began(String sessionId, Relay relay) {
        bySession.put(sessionId, relay);
    }

    /** The session is over. */
    synchronized void ended(String sessionId) {
        bySession.remove(sessionId);
    }
}
