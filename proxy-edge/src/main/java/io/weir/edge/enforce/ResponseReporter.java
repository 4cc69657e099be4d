package io.weir.edge.enforce;

import io.weir.client.ScanClient;
import io.weir.client.ScanFailure;
import io.weir.edge.response.ReportSink;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the parts of one response. Used by one thread. */
public final class ResponseReporter implements ReportSink {

    private static final Logger LOG = LoggerFactory.getLogger(ResponseReporter.class);

    private final ScanClient client;
    private final EdgeMeters meters;
    private final ScannedCall call;
    private final int status;
    private final boolean mayFail;
    private boolean failed;
    private @Nullable ResponseScanAnswer answer;

    /**
     * A reporter for the response to a call.
     *
     * @param status HTTP status of the response
     * @param mayFail whether the response is handed on unreported where it cannot be reported
     */
    public ResponseReporter(ScanClient client, EdgeMeters meters, ScannedCall call, int status, boolean mayFail) {
        this.client = client;
        this.meters = meters;
        this.call = call;
        this.status = status;
        this.mayFail = mayFail;
    }

    @Override
    public void report(Object body) throws ScanFailure, InterruptedException {
        if (failed) {
            return;
        }
        try {
            answer = client.observe(request(body), call.agent().callerHeaders());
        } catch (ScanFailure e) {
            LOG.warn(
                    "event=scan_failed stage=response trace_id={} detail=\"{}\"",
                    call.outcome().traceId(),
                    e.detail());
            meters.scanFailed("response");
            // One long wait is enough: the rest of this response goes unreported as well.
            failed = true;
            if (!mayFail) {
                throw e;
            }
        }
    }

    /** What the scan API said of the newest part; empty if it has said nothing. */
    public Optional<ResponseScanAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    @Override
    public void finished(long unreadBytes) {
        if (unreadBytes > 0) {
            LOG.info(
                    "event=response_not_all_read trace_id={} unread_bytes={}",
                    call.outcome().traceId(),
                    unreadBytes);
            meters.unreadBytes(unreadBytes);
        }
    }

    private ResponseScanRequest request(Object body) {
        return new ResponseScanRequest(
                call.outcome().traceId(),
                body,
                status,
                call.sessionId(),
                call.agent().agentId());
    }
}
