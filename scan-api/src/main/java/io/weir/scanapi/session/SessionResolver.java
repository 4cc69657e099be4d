package io.weir.scanapi.session;

import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestHeaders;
import io.weir.schemas.word.SessionProvenance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the session of a request, best source first: member or header of ours, conversation id in the baggage, MCP
 * session, trace id, and at last credential and agent. Stateless.
 */
public final class SessionResolver {

    private static final String SESSION_HEADER = "X-Weir-Session";
    private static final String CONVERSATION_KEY = "gen_ai.conversation.id";
    private static final String MCP_HEADER = "Mcp-Session-Id";

    private SessionResolver() {}

    /**
     * The session of a request.
     *
     * @throws Refusal {@code REQUEST_INVALID} if the session header of ours is not usable
     */
    public static SessionIdentity resolve(Caller caller, SessionClaim claim, RequestHeaders headers) {
        return claimed(claim, headers)
                .orElseGet(() -> new SessionIdentity(
                        "agent:" + claim.agent() + ":" + caller.credential(), SessionProvenance.AGENT));
    }

    /** As {@link #resolve}, but empty where only credential and agent are left. */
    public static Optional<SessionIdentity> claimed(SessionClaim claim, RequestHeaders headers) {
        TraceContext trace = TraceContext.parse(headers.get("traceparent"));
        return identity(claim.sessionId(), SessionProvenance.EXPLICIT)
                .or(() -> identity(sessionHeader(headers), SessionProvenance.EXPLICIT))
                .or(() -> identity(
                        Baggage.value(headers.get("baggage"), CONVERSATION_KEY), SessionProvenance.CONVERSATION))
                .or(() -> identity(headers.get(MCP_HEADER), SessionProvenance.MCP_SESSION))
                .or(() -> identity(trace == null ? null : trace.traceId(), SessionProvenance.TRACE));
    }

    private static @Nullable String sessionHeader(RequestHeaders headers) {
        String header = headers.get(SESSION_HEADER);
        if (header != null && !Identifier.isValid(header)) {
            throw Refusal.ofMembers(List.of("header " + SESSION_HEADER + ": needs 1 to " + Identifier.LENGTH_MAX
                    + " characters, not blank, no control characters"));
        }
        return header;
    }

    /** Headers that are not ours may hold anything: what cannot be an id is passed over. */
    private static Optional<SessionIdentity> identity(@Nullable String id, SessionProvenance provenance) {
        return Optional.ofNullable(id)
                .filter(Identifier::isValid)
                .map(sessionId -> new SessionIdentity(sessionId, provenance));
    }
}
