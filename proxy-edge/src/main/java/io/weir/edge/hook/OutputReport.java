package io.weir.edge.hook;

import io.weir.client.CallerHeaders;
import io.weir.client.ScanClient;
import io.weir.client.ScanFailure;
import io.weir.edge.enforce.LateReports;
import io.weir.edge.response.PartRuling;
import io.weir.schemas.api.ResponseScanRequest;
import org.jspecify.annotations.Nullable;

/** The report of what one tool answered, part by part. Used by one thread. */
final class OutputReport {

    private static final int OK = 200;
    private static final int FAILED = 500;
    private static final PartRuling TOO_LONG = new PartRuling.Withhold("It is too long to be redacted.");
    private static final PartRuling NOT_ALL_READ = new PartRuling.Withhold("It is too long to be looked at.");

    private final HookEvent event;
    private final String traceId;
    private final @Nullable String agentId;
    private final OutputParts output;
    private int reported;

    OutputReport(HookEvent event, String traceId, @Nullable String agentId) {
        this.event = event;
        this.traceId = traceId;
        this.agentId = agentId;
        this.output = OutputParts.of(event.output());
    }

    /**
     * Reports all parts, whatever is ruled on one of them.
     *
     * @param guards whether what is decided on outputs is carried out
     * @return what stands against the output as a whole
     */
    PartRuling send(ScanClient client, boolean guards) throws ScanFailure, InterruptedException {
        PartRuling ruling = guards && !output.isComplete() ? NOT_ALL_READ : PartRuling.PASS;
        for (Object part : output.parts()) {
            PartRuling ofPart = PartRuling.of(client.observe(request(part), CallerHeaders.NONE), part);
            reported++;
            if (ofPart instanceof PartRuling.Replace && output.parts().size() > 1) {
                ofPart = TOO_LONG;
            }
            ruling = ruling instanceof PartRuling.Pass ? ofPart : ruling;
        }
        return ruling;
    }

    /** Sends what has not been sent once the scan API answers again. */
    void sendLater(LateReports late) {
        output.parts().stream().skip(reported).forEach(part -> late.keep(request(part), CallerHeaders.NONE));
    }

    private ResponseScanRequest request(Object part) {
        return new ResponseScanRequest(traceId, part, event.failed() ? FAILED : OK, event.sessionId(), agentId);
    }
}
