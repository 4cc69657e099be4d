package io.weir.edge.mcp.http;

import io.weir.client.CallerHeaders;
import io.weir.edge.call.AgentIdentity;
import io.weir.edge.call.CallRefused;
import io.weir.edge.call.ProxyCredentials;
import io.weir.edge.mcp.relay.Origin;
import io.weir.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * Tells who sends a request. Clients that name no session share the edge's key, so those with tokens of their own are
 * kept apart by a keyed hash of the token: the token itself is neither kept nor written anywhere. Safe to share.
 */
public final class Callers {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 8;

    private final SecretKeySpec key;

    /**
     * Callers of one edge.
     *
     * @param credential the edge's own key; where there is none, sessions are told apart only as long as it runs
     */
    public Callers(String credential) {
        byte[] bytes = credential.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** Who sends a request with these headers. */
    public Origin of(HttpFields headers) throws CallRefused {
        AgentIdentity agent = AgentIdentity.of(headers, ProxyCredentials.of(headers));
        CallerHeaders said = agent.callerHeaders();
        String token = headers.get("Authorization");
        boolean named = agent.sessionId() != null
                || said.mcpSessionId() != null
                || said.baggage() != null
                || said.traceparent() != null;
        if (named || token == null) {
            return new Origin(agent, false);
        }
        return new Origin(withSession(agent, "mcp-" + hash(token)), true);
    }

    /**
     * One key for all requests that may share a session with a server: of one agent, with one token, for one program.
     */
    public String key(HttpFields headers, Map<String, ?> introduction) {
        Map<String, @Nullable Object> sharing = new TreeMap<>();
        for (String header : List.of("Authorization", "Cookie", "X-Weir-Agent", "X-Weir-Session")) {
            sharing.put(header, headers.getValuesList(header));
        }
        sharing.put("introduction", introduction);
        return hash(Json.text(sharing));
    }

    private static AgentIdentity withSession(AgentIdentity agent, @Nullable String session) {
        return new AgentIdentity(
                agent.agentId(),
                session,
                agent.taskId(),
                agent.parentTraceId(),
                agent.userRequest(),
                agent.callerHeaders());
    }

    private String hash(String token) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks " + ALGORITHM, e);
        }
    }
}
