package io.weir.launcher.ingest;

import io.weir.client.CallerHeaders;
import io.weir.client.ScanClient;
import io.weir.client.ScanRefused;
import io.weir.client.ScanUnavailable;
import io.weir.launcher.trace.OpenCalls;
import io.weir.launcher.trace.TraceCalls;
import io.weir.launcher.trace.TraceEvent;
import io.weir.launcher.trace.UserRequests;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.api.ScanRequest;
import io.weir.schemas.error.ErrorCode;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/** Posts events of recorded runs to a scan API: a call for a decision, a result under the trace id of its decision. */
final class EventPoster implements SessionLanes.Handler {

    private final ScanClient client;
    private final UserRequests requests;
    private final IngestTally tally;
    private final OpenCalls<String> traceIds = new OpenCalls<>();

    EventPoster(ScanClient client, UserRequests requests, IngestTally tally) {
        this.client = client;
        this.requests = requests;
        this.tally = tally;
    }

    @Override
    public void handle(TraceEvent event) throws InterruptedException {
        if (tally.unreachableDetail() != null) {
            return;
        }
        try {
            if (event.isCall()) {
                scan(event);
            } else {
                observe(event);
            }
        } catch (ScanRefused e) {
            tally.failed(e.problem().code(), e.problem().detail());
        } catch (ScanUnavailable e) {
            tally.failed(ErrorCode.SCAN_UNAVAILABLE.name(), e.detail());
            if (isNobodyThere(e.getCause())) {
                tally.unreachable(e.detail());
            }
        }
    }

    private void scan(TraceEvent event) throws ScanRefused, ScanUnavailable, InterruptedException {
        ScanAnswer answer = client.scan(
                new ScanRequest(
                        TraceCalls.METHOD,
                        TraceCalls.callUrl(event.tool()),
                        null,
                        TraceCalls.callBody(event),
                        event.agentId(),
                        null,
                        null,
                        requests.of(event),
                        null,
                        event.sessionId(),
                        null,
                        null),
                CallerHeaders.ofTenant(event.tenant()));
        traceIds.open(event, answer.traceId());
        tally.decided(answer.decision());
    }

    private void observe(TraceEvent event) throws ScanRefused, ScanUnavailable, InterruptedException {
        String traceId = traceIds.close(event);
        if (traceId == null) {
            tally.skipped();
            return;
        }
        client.observe(
                new ResponseScanRequest(
                        traceId,
                        TraceCalls.responseBody(event),
                        TraceCalls.responseStatus(event),
                        event.sessionId(),
                        event.agentId()),
                CallerHeaders.ofTenant(event.tenant()));
        tally.observed();
    }

    private static boolean isNobodyThere(@Nullable Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }
}
