package io.weir.edge.gateway;

import io.weir.client.ScanFailure;
import io.weir.edge.call.Answering;
import io.weir.edge.call.CallRefused;
import io.weir.edge.enforce.DecisionHeaders;
import io.weir.edge.enforce.Enforcement;
import io.weir.edge.response.ResponseWithheld;
import io.weir.edge.upstream.UpstreamUnreachable;
import io.weir.schemas.error.ErrorCode;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes calls, however they come in: bounds how many run at once, and answers what goes wrong. Safe to share. */
final class CallDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CallDesk.class);

    private final ProxiedCall proxiedCall;
    private final DecisionHeaders decisionHeaders;
    private final GatewayMetrics metrics;
    private final LocalTokens tokens;
    private final Semaphore slots;

    CallDesk(GatewayParts parts) {
        this.proxiedCall = new ProxiedCall(parts);
        this.decisionHeaders = parts.decisionHeaders();
        this.metrics = parts.metrics();
        this.tokens = new LocalTokens(parts.config().tokens());
        this.slots = new Semaphore(parts.config().callsMax());
    }

    /** Whether a request carries a token, if it must. */
    boolean admits(Request request) {
        return tokens.admit(request.getHeaders());
    }

    /** Carries a call out and answers it. */
    void carryOut(Request request, Response response, Callback callback, CallEntry entry) {
        complete(response, callback, () -> admit(request, response, entry));
    }

    /** Refuses a request. */
    void refuse(Response response, Callback callback, ErrorCode code, String detail) {
        complete(response, callback, () -> refuse(response, code, detail));
    }

    /** Answers a call that a decision holds back. */
    void refuse(Response response, Callback callback, Enforcement.Hold hold) {
        metrics.refused(hold.code());
        complete(response, callback, () -> Answers.problem(response, hold.code(), hold.detail(), hold.answer()));
    }

    private void complete(Response response, Callback callback, Answering answer) {
        decisionHeaders.addSettings(response.getHeaders());
        Answering.complete(callback, answer);
    }

    private void admit(Request request, Response response, CallEntry entry) throws IOException, InterruptedException {
        if (!slots.tryAcquire()) {
            refuse(response, ErrorCode.OVERLOADED, "As many calls as the gateway takes at once are under way.");
            return;
        }
        try {
            answer(request, response, entry);
        } finally {
            slots.release();
        }
    }

    private void answer(Request request, Response response, CallEntry entry) throws IOException, InterruptedException {
        try {
            proxiedCall.handle(request, response, entry);
        } catch (CallRefused e) {
            refuse(response, e.code(), e.detail());
        } catch (UpstreamUnreachable e) {
            LOG.warn("event=upstream_unreachable detail=\"{}\"", e.detail());
            refuse(response, e.code(), e.detail());
        } catch (ScanFailure e) {
            refuse(
                    response,
                    ErrorCode.SCAN_UNAVAILABLE,
                    "The call was forwarded; its response is held back because it could not be reported.");
        } catch (ResponseWithheld e) {
            response.getHeaders().put("X-Weir-Response-Decision", "DENY");
            refuse(response, ErrorCode.RESPONSE_DENIED, "The call was forwarded. " + e.detail());
        } catch (RuntimeException e) {
            // Not the message: it could quote the call.
            LOG.error("event=unforeseen cause={} at={}", e.getClass().getName(), e.getStackTrace()[0]);
            refuse(response, ErrorCode.INTERNAL, "The gateway failed; see its log.");
        }
    }

    private void refuse(Response response, ErrorCode code, String detail) throws IOException {
        metrics.refused(code);
        if (response.isCommitted()) {
            // The only honest end of an answer that has begun: the agent sees that it is not whole.
            throw new IOException("the answer had begun before " + code);
        }
        DecisionHeaders.retain(response.getHeaders());
        if (code == ErrorCode.OVERLOADED) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        }
        if (code == ErrorCode.PROXY_TOKEN_INVALID) {
            response.getHeaders().put(HttpHeader.PROXY_AUTHENTICATE, "Basic realm=\"weir\"");
        }
        if (HttpMethod.CONNECT.is(response.getRequest().getMethod())) {
            // The agent may already have sent what was to go through the tunnel.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        decisionHeaders.addOutcome(response.getHeaders(), code);
        Answers.problem(response, code, detail);
    }
}
