package io.weir.edge.mcp.relay;

import io.weir.edge.call.AgentIdentity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a message of the client's comes from.
 *
 * @param agent who sends it
 * @param assignedSession whether the session in {@code agent} is one that we made up
 * @param mirrors headers that repeat parts of the message, and so go out with it
 */
public record Origin(AgentIdentity agent, boolean assignedSession, Map<String, String> mirrors) {

    /** Copies the map. */
    public Origin {
        mirrors = Collections.unmodifiableMap(new LinkedHashMap<>(mirrors));
    }

    /** An origin without headers. */
    public Origin(AgentIdentity agent, boolean assignedSession) {
        this(agent, assignedSession, Map.of());
    }

    /** The same for a message with these headers. */
    public Origin with(Map<String, String> headers) {
        return new Origin(agent, assignedSession, headers);
    }
}
