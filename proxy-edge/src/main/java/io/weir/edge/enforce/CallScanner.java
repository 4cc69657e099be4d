package io.weir.edge.enforce;

import io.weir.client.ScanClient;
import io.weir.client.ScanRefused;
import io.weir.client.ScanUnavailable;
import io.weir.edge.call.HttpCall;
import io.weir.schemas.api.Problem;
import io.weir.schemas.error.ErrorCode;
import java.util.Arrays;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the scan API about a call and turns each way of not getting a decision into a word. */
public final class CallScanner {

    private static final Logger LOG = LoggerFactory.getLogger(CallScanner.class);

    private final ScanClient client;
    private final EdgeMeters meters;

    /** A scanner that asks this scan API. */
    public CallScanner(ScanClient client, EdgeMeters meters) {
        this.client = client;
        this.meters = meters;
    }

    /** What comes of asking for a decision. */
    public ScanOutcome scan(HttpCall call) throws InterruptedException {
        try {
            return new ScanOutcome.Scanned(
                    client.scan(call.scanRequest(), call.agent().callerHeaders()));
        } catch (ScanUnavailable e) {
            LOG.warn("event=scan_unavailable stage=call detail=\"{}\"", e.detail());
            meters.scanFailed("call");
            return unscanned(ErrorCode.SCAN_UNAVAILABLE, "The scan API gave no decision.", true);
        } catch (ScanRefused e) {
            LOG.warn("event=scan_refused stage=call code={}", e.problem().code());
            meters.scanFailed("call");
            return refused(e.problem());
        }
    }

    /** A call that is not even sent to the scan API. */
    public static ScanOutcome.Unscanned unscanned(ErrorCode code, String detail, boolean mayFailOpen) {
        return new ScanOutcome.Unscanned(UUID.randomUUID().toString(), code, detail, mayFailOpen);
    }

    private static ScanOutcome refused(Problem problem) {
        if (problem.status() == 401 || problem.status() == 403) {
            return unscanned(ErrorCode.SCAN_UNAVAILABLE, "The scan API does not accept this edge's key.", true);
        }
        ErrorCode code = Arrays.stream(ErrorCode.values())
                .filter(known -> known.name().equals(problem.code()))
                .findFirst()
                .orElse(ErrorCode.SCAN_UNAVAILABLE);
        return unscanned(code, "The scan API cannot scan this call: " + problem.detail(), false);
    }
}
