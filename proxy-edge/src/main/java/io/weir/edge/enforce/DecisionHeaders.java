package io.weir.edge.enforce;

import io.weir.edge.call.EndToEndHeaders;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.error.ErrorCode;
import java.util.Iterator;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/**
 * The headers that tell the agent what was decided. {@code X-Interven-*} are those of the scan protocol; there the
 * reasons are left out where there are none.
 */
public final class DecisionHeaders {

    private final Mode mode;
    private final FailMode failMode;

    /** The headers of an edge that is set like this. */
    public DecisionHeaders(Mode mode, FailMode failMode) {
        this.mode = mode;
        this.failMode = failMode;
    }

    /** Says how the gateway is set, in every answer. */
    public void addSettings(HttpFields.Mutable headers) {
        headers.put("X-Weir-Mode", mode.name().toLowerCase(Locale.ROOT));
        addFailMode(headers, failMode);
    }

    /** Says what is done on the call's route without a decision. */
    public void addFailMode(HttpFields.Mutable headers, FailMode routeFailMode) {
        headers.put("X-Weir-Fail-Mode", routeFailMode.name().toLowerCase(Locale.ROOT));
    }

    /** Says what was decided, or that nothing was. */
    public void addOutcome(HttpFields.Mutable headers, ScanOutcome outcome) {
        if (outcome instanceof ScanOutcome.Scanned scanned) {
            ScanAnswer answer = scanned.answer();
            String reasons = String.join(",", answer.reasonCodes());
            add(headers, answer.decision().name(), outcome.traceId(), reasons);
        } else if (outcome instanceof ScanOutcome.Unscanned unscanned) {
            add(
                    headers,
                    ScanOutcome.UNSCANNED,
                    outcome.traceId(),
                    unscanned.code().name());
        }
    }

    /** Says that nothing was decided, unless a decision has been said before. */
    public void addOutcome(HttpFields.Mutable headers, ErrorCode code) {
        if (!headers.contains("X-Weir-Decision")) {
            add(headers, ScanOutcome.UNSCANNED, UUID.randomUUID().toString(), code.name());
        }
    }

    /** Takes all other headers away. */
    public static void retain(HttpFields.Mutable headers) {
        for (Iterator<HttpField> fields = headers.iterator(); fields.hasNext(); ) {
            if (!EndToEndHeaders.isInternal(fields.next().getName())) {
                fields.remove();
            }
        }
    }

    private static void add(HttpFields.Mutable headers, String decision, String traceId, String reasons) {
        headers.put("X-Weir-Decision", decision);
        headers.put("X-Weir-Trace-Id", traceId);
        headers.put("X-Interven-Decision", decision);
        headers.put("X-Interven-Trace-Id", traceId);
        if (!reasons.isEmpty()) {
            headers.put("X-Interven-Reasons", reasons);
        }
    }
}
