package io.weir.edge.mcp.judge;

import io.weir.client.ScanFailure;
import io.weir.edge.response.TextParts;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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

    /** A reporter to this scan API. */
    public ReadReporter(ScanPort scan, JudgeRules rules, McpMeters meters) {
        this.scan = scan;
        this.rules = rules;
        this.meters = meters;
    }

    /**
     * Reports content.
     *
     * @param failed whether it is an error of the server's
     * @return why it must not go on, or empty if it may
     */
    public Optional<Refusal> report(CallTrace trace, @Nullable Object content, boolean failed)
            throws InterruptedException {
        ReadBody.Reported reported = ReadBody.of(content);
        meters.unread(reported.unreadBytes());
        int status = failed ? STATUS_ERROR : STATUS_OK;
        try {
            byte[] json = Json.bytes(reported.body() == null ? "" : reported.body());
            if (json.length <= rules.windowBytes()) {
                observe(trace, reported.body(), status);
            } else {
                observeParts(trace, new String(json, StandardCharsets.UTF_8), status);
            }
            return Optional.empty();
        } catch (ScanFailure e) {
            LOG.warn("event=scan_failed stage=response trace_id={} detail=\"{}\"", trace.traceId(), e.detail());
            meters.scanFailed("response");
            return rules.mayGoUnscanned()
                    ? Optional.empty()
                    : Optional.of(Refusal.unscanned(
                            ErrorCode.SCAN_UNAVAILABLE,
                            "The server has answered, and its answer is held back.",
                            "It could not be reported to the scan API."));
        }
    }

    private void observeParts(CallTrace trace, String json, int status) throws ScanFailure, InterruptedException {
        TextParts parts = new TextParts(json, rules.windowBytes());
        long reported = 0;
        while (parts.hasNext() && reported < rules.totalBytes()) {
            String part = parts.next();
            reported += part.length();
            observe(trace, part, status);
        }
        long unread = parts.remainingUnits();
        if (unread > 0) {
            LOG.info("event=response_not_all_read trace_id={} unread_units={}", trace.traceId(), unread);
            meters.unread(unread);
        }
    }

    private void observe(CallTrace trace, @Nullable Object body, int status) throws ScanFailure, InterruptedException {
        scan.observe(
                new ResponseScanRequest(
                        trace.traceId(),
                        body == null ? "" : body,
                        status,
                        trace.sessionId(),
                        trace.agent().agentId()),
                trace.agent().callerHeaders());
    }
}
