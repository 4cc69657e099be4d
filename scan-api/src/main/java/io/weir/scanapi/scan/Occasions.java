package io.weir.scanapi.scan;

import io.weir.engine.decide.Occasion;
import io.weir.engine.opinion.Opinion;
import io.weir.engine.trust.Regard;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.approval.Prior;
import io.weir.scanapi.http.RequestHeaders;
import io.weir.scanapi.request.CallRequest;
import io.weir.scanapi.request.ResponseRequest;
import io.weir.scanapi.session.SessionClaim;
import io.weir.scanapi.session.SessionIdentity;
import io.weir.scanapi.session.SessionResolver;
import io.weir.scanapi.session.TraceContext;
import io.weir.schemas.event.Principal;
import io.weir.schemas.word.SessionProvenance;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Supplies what judgement may not fetch by itself: who, when, and fresh ids. Safe to share between threads. */
public final class Occasions {

    private final String environmentDefault;
    private final InstantSource time;
    private final Supplier<UUID> ids;

    /**
     * Occasions with this time and these ids.
     *
     * @param environmentDefault environment of calls that name none
     * @param ids random UUIDs, version 4
     */
    public Occasions(String environmentDefault, InstantSource time, Supplier<UUID> ids) {
        this.environmentDefault = environmentDefault;
        this.time = time;
        this.ids = ids;
    }

    /** The principal of a call. */
    Principal principal(Caller caller, CallRequest request, RequestHeaders headers) {
        SessionClaim claim = Binding.claim(caller, request.claim());
        SessionIdentity session = SessionResolver.resolve(caller, claim, headers);
        return new Principal(
                caller.tenant(),
                Binding.environment(caller, request.environment(), environmentDefault),
                claim.agent(),
                claim.agentName(),
                request.runtimeType(),
                session.sessionId(),
                session.provenance(),
                request.taskId());
    }

    /**
     * The principal of a response whose call is unknown here. If the request does not say which session or agent it
     * belongs to, it gets a session of its own: counted to no one rather than to the wrong one.
     */
    Principal principal(Caller caller, ResponseRequest request, RequestHeaders headers) {
        SessionClaim claim = Binding.claim(caller, request.claim());
        SessionIdentity session = claim.agentId() != null
                ? SessionResolver.resolve(caller, claim, headers)
                : SessionResolver.claimed(claim, headers)
                        .orElseGet(() -> new SessionIdentity("response:" + request.traceId(), SessionProvenance.AGENT));
        return new Principal(
                caller.tenant(),
                Binding.environment(caller, null, environmentDefault),
                claim.agent(),
                null,
                null,
                session.sessionId(),
                session.provenance(),
                null);
    }

    /** The trace context that came in, or a new one. */
    String traceparent(RequestHeaders headers) {
        TraceContext incoming = TraceContext.parse(headers.get("traceparent"));
        return (incoming == null ? TraceContext.create(ids.get(), ids.get()) : incoming).traceparent();
    }

    /** Now, for a new call. To be taken while the session is held, so that times follow the order of judgement. */
    Occasion ofCall(
            Principal principal, @Nullable String parentTraceId, String traceparent, Prior prior, Regard regard) {
        return occasion(ids.get().toString(), principal, parentTraceId, traceparent, prior, regard);
    }

    /** Now, for the response to a call. To be taken while the session is held. */
    Occasion ofResponse(String traceId, Principal principal, String traceparent) {
        return occasion(traceId, principal, null, traceparent, Prior.NONE, Regard.NONE);
    }

    private Occasion occasion(
            String traceId,
            Principal principal,
            @Nullable String parentTraceId,
            String traceparent,
            Prior prior,
            Regard regard) {
        String waiting = prior.approvalId();
        return new Occasion(
                ids.get().toString(),
                traceId,
                parentTraceId,
                traceparent,
                time.millis(),
                waiting == null ? ids.get().toString() : waiting,
                principal,
                prior.ruling(),
                regard,
                Opinion.NONE);
    }
}
