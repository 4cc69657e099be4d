package io.weir.scanapi.scan;

import io.weir.engine.decide.CallBounds;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.session.SessionClaim;
import io.weir.schemas.access.KeyRecord;
import io.weir.schemas.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The environment and the agent that a key stands for. A call may name others, unless the key is pinned. */
final class Binding {

    private Binding() {}

    /** What a request says about session and agent, with the key's agent where it names none. */
    static SessionClaim claim(Caller caller, SessionClaim claim) {
        KeyRecord key = caller.key();
        if (key == null || key.agentId() == null) {
            return claim;
        }
        String agentId = chosen(key, claim.agentId(), key.agentId(), "agent_id");
        return new SessionClaim(claim.sessionId(), agentId, claim.agentName());
    }

    /** The environment of a request: its own, the key's, or the configured one. */
    static String environment(Caller caller, @Nullable String named, String configured) {
        KeyRecord key = caller.key();
        if (key == null || key.environment() == null) {
            return named == null ? configured : named;
        }
        return chosen(key, named, key.environment(), "env");
    }

    /** What the calls of the key may be. */
    static CallBounds bounds(Caller caller) {
        KeyRecord key = caller.key();
        return key == null
                ? CallBounds.NONE
                : new CallBounds(key.bounds().tools(), key.bounds().verbs());
    }

    private static String chosen(KeyRecord key, @Nullable String named, String own, String member) {
        if (named == null || named.equals(own)) {
            return own;
        }
        if (key.pinned()) {
            throw Refusal.of(ErrorCode.KEY_PINNED, "The key is pinned, and " + member + " names another than its own.");
        }
        return named;
    }
}
