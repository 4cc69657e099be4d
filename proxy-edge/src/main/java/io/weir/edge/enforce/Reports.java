package io.weir.edge.enforce;

import io.weir.client.CallerHeaders;
import io.weir.client.ScanClient;
import io.weir.client.ScanRefused;
import io.weir.client.ScanUnavailable;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;

/**
 * Reports of responses; one that cannot be sent and whose response goes on is sent late. Safe to share between threads.
 */
public final class Reports implements AutoCloseable {

    private final ScanClient client;
    private final LateReports late;

    /** Reports to this scan API. */
    public Reports(ScanClient client, EdgeMeters meters) {
        this.client = client;
        this.late = new LateReports(client::report, meters::late);
    }

    /** As {@link ScanClient#observe}. */
    ResponseScanAnswer observe(ResponseScanRequest report, CallerHeaders headers)
            throws ScanUnavailable, ScanRefused, InterruptedException {
        return client.observe(report, headers);
    }

    /** As {@link ScanClient#report}. */
    void send(ResponseScanRequest report, CallerHeaders headers)
            throws ScanUnavailable, ScanRefused, InterruptedException {
        client.report(report, headers);
    }

    /** Sends it once the scan API answers again. */
    void sendLater(ResponseScanRequest report, CallerHeaders headers) {
        late.keep(report, headers);
    }

    /** Drops what has not been sent. */
    @Override
    public void close() {
        late.close();
    }
}
