package io.weir.edge.hook;

import io.weir.client.CallerHeaders;
import io.weir.client.ScanClient;
import io.weir.client.ScanFailure;
import io.weir.edge.response.PartRuling;
import io.weir.schemas.api.ResponseScanRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reports what tools answered, part by part.
 *
 * @param client asks the scan API
 * @param guards whether what is decided on outputs is carried out
 */
record OutputReport(ScanClient client, boolean guards) {

    private static final int OK = 200;
    private static final int FAILED = 500;
    private static final PartRuling TOO_LONG = new PartRuling.Withhold("It is too long to be redacted.");
    private static final PartRuling NOT_ALL_READ = new PartRuling.Withhold("It is too long to be looked at.");

    /**
     * Reports all parts, whatever is ruled on one of them.
     *
     * @return what stands against the output as a whole
     */
    PartRuling of(HookEvent event, String traceId, @Nullable String agentId) throws ScanFailure, InterruptedException {
        OutputParts output = OutputParts.of(event.output());
        PartRuling ruling = guards && !output.isComplete() ? NOT_ALL_READ : PartRuling.PASS;
        for (Object part : output.parts()) {
            PartRuling ofPart = observe(
                    new ResponseScanRequest(traceId, part, event.failed() ? FAILED : OK, event.sessionId(), agentId),
                    part);
            if (ofPart instanceof PartRuling.Replace && output.parts().size() > 1) {
                ofPart = TOO_LONG;
            }
            ruling = ruling instanceof PartRuling.Pass ? ofPart : ruling;
        }
        return ruling;
    }

    private PartRuling observe(ResponseScanRequest request, Object part) throws ScanFailure, InterruptedException {
        return PartRuling.of(client.observe(request, CallerHeaders.NONE), part);
    }
}
