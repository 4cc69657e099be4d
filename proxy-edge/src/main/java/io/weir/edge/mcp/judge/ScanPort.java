package io.weir.edge.mcp.judge;

import io.weir.client.CallerHeaders;
import io.weir.client.ScanClient;
import io.weir.client.ScanFailure;
import io.weir.schemas.api.ApprovalStatusAnswer;
import io.weir.schemas.api.ConfirmRequest;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.api.ScanRequest;

/** What is needed of a scan API. Each method blocks for a bounded time. */
public interface ScanPort {

    /** The decision on a call. */
    ScanAnswer scan(ScanRequest call, CallerHeaders headers) throws ScanFailure, InterruptedException;

    /** Reports what was read; what was decided on it. */
    ResponseScanAnswer observe(ResponseScanRequest response, CallerHeaders headers)
            throws ScanFailure, InterruptedException;

    /** What has become of a held call. */
    ApprovalStatusAnswer approval(String approvalId) throws ScanFailure, InterruptedException;

    /** Passes on a one-time code; the held call that it was for. */
    ApprovalStatusAnswer confirm(ConfirmRequest request) throws ScanFailure, InterruptedException;

    /** A scan API over HTTP. */
    static ScanPort of(ScanClient client) {
        return new ScanPort() {
            @Override
            public ScanAnswer scan(ScanRequest call, CallerHeaders headers) throws ScanFailure, InterruptedException {
                return client.scan(call, headers);
            }

            @Override
            public ResponseScanAnswer observe(ResponseScanRequest response, CallerHeaders headers)
                    throws ScanFailure, InterruptedException {
                return client.observe(response, headers);
            }

            @Override
            public ApprovalStatusAnswer approval(String approvalId) throws ScanFailure, InterruptedException {
                return client.approval(approvalId);
            }

            @Override
            public ApprovalStatusAnswer confirm(ConfirmRequest request) throws ScanFailure, InterruptedException {
                return client.confirm(request);
            }
        };
    }
}
