package io.weir.edge.gateway;

import io.weir.client.ScanFailure;
import io.weir.edge.call.CallRefused;
import io.weir.edge.call.UpstreamTarget;
import io.weir.edge.upstream.UpstreamUnreachable;
import io.weir.schemas.error.ErrorCode;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code ANY /proxy/<upstream-url>}: bounds how many calls run at once, and answers what goes wrong. */
final class ProxyHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(ProxyHandler.class);

    private final ProxiedCall proxiedCall;
    private final DecisionHeaders decisionHeaders;
    private final GatewayMetrics metrics;
    private final LocalTokens tokens;
    private final Semaphore slots;

    ProxyHandler(GatewayParts parts) {
        this.proxiedCall = new ProxiedCall(parts);
        this.decisionHeaders = parts.decisionHeaders();
        this.metrics = parts.metrics();
        this.tokens = new LocalTokens(parts.config().tokens());
        this.slots = new Semaphore(parts.config().callsMax());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!request.getHttpURI().getPathQuery().startsWith(UpstreamTarget.PREFIX)) {
            return false;
        }
        decisionHeaders.addSettings(response.getHeaders());
        try {
            admit(request, response);
            callback.succeeded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            callback.failed(e);
        } catch (IOException e) {
            LOG.info("event=answer_broken_off cause={}", e.getClass().getSimpleName());
            callback.failed(e);
        }
        return true;
    }

    private void admit(Request request, Response response) throws IOException, InterruptedException {
        if (!tokens.admit(request.getHeaders())) {
            refuse(response, ErrorCode.GATEWAY_TOKEN_INVALID, "The request carries none of the gateway's tokens.");
            return;
        }
        if (!slots.tryAcquire()) {
            refuse(response, ErrorCode.OVERLOADED, "As many calls as the gateway takes at once are under way.");
            return;
        }
        try {
            answer(request, response);
        } finally {
            slots.release();
        }
    }

    private void answer(Request request, Response response) throws IOException, InterruptedException {
        try {
            proxiedCall.handle(request, response);
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
        decisionHeaders.addOutcome(response.getHeaders(), code);
        Answers.problem(response, code, detail);
    }
}
