package io.weir.edge.enforce;

import io.weir.client.ScanFailure;
import io.weir.client.ScanUnavailable;
import io.weir.edge.response.PartRuling;
import io.weir.edge.response.ReportSink;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.word.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the parts of one response. Used by one thread. */
public final class ResponseReporter implements ReportSink {

    private static final Logger LOG = LoggerFactory.getLogger(ResponseReporter.class);

    private final Reports reports;
    private final EdgeMeters meters;
    private final ScannedCall call;
    private final int status;
    private final Terms terms;
    private boolean failed;

    /**
     * What holds for the responses of a call.
     *
     * @param mayFail whether the response is handed on unreported where it cannot be reported
     * @param guarded whether decisions on it are carried out
     */
    public record Terms(boolean mayFail, boolean guarded) {

        /** Reported as far as that is possible. */
        public static final Terms WATCHED = new Terms(true, false);
    }

    /**
     * A reporter for the response to a call.
     *
     * @param status HTTP status of the response
     */
    public ResponseReporter(Reports reports, EdgeMeters meters, ScannedCall call, int status, Terms terms) {
        this.reports = reports;
        this.meters = meters;
        this.call = call;
        this.status = status;
        this.terms = terms;
    }

    @Override
    public boolean guards() {
        return terms.guarded();
    }

    @Override
    public PartRuling report(Object body) throws ScanFailure, InterruptedException {
        ResponseScanRequest request = request(body);
        if (failed) {
            reports.sendLater(request, call.agent().callerHeaders());
            return PartRuling.PASS;
        }
        try {
            if (terms.guarded()) {
                return ruling(reports.observe(request, call.agent().callerHeaders()), body);
            }
            reports.send(request, call.agent().callerHeaders());
            return PartRuling.PASS;
        } catch (ScanFailure e) {
            LOG.warn(
                    "event=scan_failed stage=response trace_id={} detail=\"{}\"",
                    call.outcome().traceId(),
                    e.detail());
            meters.scanFailed("response");
            if (!terms.mayFail()) {
                throw e;
            }
            if (e instanceof ScanUnavailable) {
                // One long wait is enough: the rest of this response is reported later as well.
                failed = true;
                reports.sendLater(request, call.agent().callerHeaders());
            }
            return PartRuling.PASS;
        }
    }

    private PartRuling ruling(ResponseScanAnswer answer, Object body) {
        if (answer.decision() != Decision.ALLOW) {
            LOG.info(
                    "event=response decision={} trace_id={}",
                    answer.decision(),
                    call.outcome().traceId());
        }
        meters.responseDecided(answer.decision());
        return PartRuling.of(answer, body);
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
