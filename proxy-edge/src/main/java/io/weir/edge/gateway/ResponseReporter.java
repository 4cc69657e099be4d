package io.weir.edge.gateway;

import io.weir.client.ScanClient;
import io.weir.client.ScanFailure;
import io.weir.edge.response.ReportSink;
import io.weir.schemas.api.ResponseScanRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the parts of one response. Used by one thread. */
final class ResponseReporter implements ReportSink {

    private static final Logger LOG = LoggerFactory.getLogger(ResponseReporter.class);

    private final ScanClient client;
    private final GatewayMetrics metrics;
    private final IncomingCall call;
    private final ScanOutcome outcome;
    private final int status;
    private final boolean mayFail;
    private boolean failed;

    /**
     * A reporter for the response to a call.
     *
     * @param status HTTP status of the response
     * @param mayFail whether the response is handed on unreported where it cannot be reported
     */
    ResponseReporter(GatewayParts parts, IncomingCall call, ScanOutcome outcome, int status, boolean mayFail) {
        this.client = parts.scanClient();
        this.metrics = parts.metrics();
        this.call = call;
        this.outcome = outcome;
        this.status = status;
        this.mayFail = mayFail;
    }

    @Override
    public void report(Object body) throws ScanFailure, InterruptedException {
        if (failed) {
            return;
        }
        try {
            client.observe(request(body), call.agent().callerHeaders());
        } catch (ScanFailure e) {
            LOG.warn("event=scan_failed stage=response trace_id={} detail=\"{}\"", outcome.traceId(), e.detail());
            metrics.scanFailed("response");
            // One long wait is enough: the rest of this response goes unreported as well.
            failed = true;
            if (!mayFail) {
                throw e;
            }
        }
    }

    @Override
    public void finished(long unreadBytes) {
        if (unreadBytes > 0) {
            LOG.info("event=response_not_all_read trace_id={} unread_bytes={}", outcome.traceId(), unreadBytes);
            metrics.unreadBytes(unreadBytes);
        }
    }

    private ResponseScanRequest request(Object body) {
        return new ResponseScanRequest(
                outcome.traceId(), body, status, sessionId(), call.agent().agentId());
    }

    private @Nullable String sessionId() {
        return outcome instanceof ScanOutcome.Scanned scanned
                ? scanned.answer().sessionId()
                : call.agent().sessionId();
    }
}
