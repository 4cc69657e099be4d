package io.weir.edge.mcp.judge;

import io.weir.client.CallerHeaders;
import io.weir.client.ScanFailure;
import io.weir.client.ScanUnavailable;
import io.weir.edge.enforce.LateReports;
import io.weir.edge.response.PartRuling;
import io.weir.edge.response.TextParts;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports what comes from servers, before it goes on. Safe to share between threads. */
public final class ReadReporter {

    private static final Logger LOG = LoggerFactory.getLogger(ReadReporter.class);
    private static final int STATUS_OK = 200;
    private static final int STATUS_ERROR = 500;

    private final ScanPort scan;
    private final JudgeRules rules;
    private final McpMeters meters;
    private final LateReports late;

    /**
     * A reporter to this scan API.
     *
     * @param late keeps what goes on although it could not be reported
     */
    public ReadReporter(ScanPort scan, JudgeRules rules, McpMeters meters, LateReports late) {
        this.scan = scan;
        this.rules = rules;
        this.meters = meters;
        this.late = late;
    }

    /**
     * Reports content.
     *
     * @param failed whether it is an error of the server's
     */
    public ReadRuling report(CallTrace trace, @Nullable Object content, boolean failed) throws InterruptedException {
        ReadBody.Reported reported = ReadBody.of(content);
        meters.unread(reported.unreadBytes());
        Report report = new Report(trace, failed ? STATUS_ERROR : STATUS_OK);
        try {
            Object body = reported.body() == null ? "" : reported.body();
            byte[] json = Json.bytes(body);
            PartRuling ruling = json.length <= rules.windowBytes()
                    ? report.observe(body)
                    : observeParts(report, new String(json, StandardCharsets.UTF_8));
            return rules.guards() ? carriedOut(ruling, content) : ReadRuling.PASS;
        } catch (ScanFailure e) {
            LOG.warn("event=scan_failed stage=response trace_id={} detail=\"{}\"", trace.traceId(), e.detail());
            meters.scanFailed("response");
            return rules.mayGoUnscanned()
                    ? ReadRuling.PASS
                    : new ReadRuling.Stop(Refusal.unscanned(
                            ErrorCode.SCAN_UNAVAILABLE,
                            "The server has answered, and its answer is held back.",
                            "It could not be reported to the scan API."));
        }
    }

    private static ReadRuling carriedOut(PartRuling ruling, @Nullable Object content) {
        if (ruling instanceof PartRuling.Withhold withhold) {
            return new ReadRuling.Stop(Refusal.responseDenied(withhold.why()));
        }
        return ruling instanceof PartRuling.Replace replace
                ? new ReadRuling.PassRedacted(RestoredBody.of(content, replace.body()))
                : ReadRuling.PASS;
    }

    /** All parts are reported, whatever is ruled on one of them; none of them can be redacted by itself. */
    private PartRuling observeParts(Report report, String json) throws ScanFailure, InterruptedException {
        TextParts parts = new TextParts(json, rules.windowBytes());
        PartRuling ruling = PartRuling.PASS;
        long reported = 0;
        while (parts.hasNext() && reported < rules.totalBytes()) {
            String part = parts.next();
            reported += part.length();
            PartRuling ofPart = report.observe(part);
            if (ofPart instanceof PartRuling.Replace) {
                ofPart = new PartRuling.Withhold("It is too long to be redacted.");
            }
            ruling = ruling instanceof PartRuling.Pass ? ofPart : ruling;
        }
        long unread = parts.remainingUnits();
        if (unread > 0) {
            LOG.info("event=response_not_all_read trace_id={} unread_units={}", report.trace.traceId(), unread);
            meters.unread(unread);
        }
        return ruling;
    }

    /** The parts of one content. */
    private final class Report {

        private final CallTrace trace;
        private final int status;
        private boolean unavailable;

        Report(CallTrace trace, int status) {
            this.trace = trace;
            this.status = status;
        }

        PartRuling observe(Object body) throws ScanFailure, InterruptedException {
            ResponseScanRequest request = new ResponseScanRequest(
                    trace.traceId(),
                    body,
                    status,
                    trace.sessionId(),
                    trace.agent().agentId());
            CallerHeaders headers = trace.agent().callerHeaders();
            try {
                if (!unavailable) {
                    return PartRuling.of(scan.observe(request, headers), body);
                }
            } catch (ScanUnavailable e) {
                if (!rules.mayGoUnscanned()) {
                    throw e;
                }
                LOG.warn("event=scan_failed stage=response trace_id={} detail=\"{}\"", trace.traceId(), e.detail());
                meters.scanFailed("response");
                // One long wait is enough: the rest of this content is reported later as well.
                unavailable = true;
            }
            late.keep(request, headers);
            return PartRuling.PASS;
        }
    }
}
