package io.weir.benchmarks.lag;

import io.weir.client.CallerHeaders;
import io.weir.client.ScanClient;
import io.weir.client.ScanClientConfig;
import io.weir.client.ScanFailure;
import io.weir.platform.config.Secret;
import io.weir.scanapi.ScanApi;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.api.ScanRequest;
import java.net.URI;
import java.util.Map;

/**
 * A scan API node, asked by the client that edges use.
 *
 * @param client keeps its connections
 */
record Node(ScanClient client) {

    private static final int ANSWER_MILLIS_MAX = 30_000;

    static Node of(ScanApi api) {
        ScanClientConfig settings =
                new ScanClientConfig(URI.create(api.url()), Secret.NONE, 2_000, ANSWER_MILLIS_MAX, 1 << 20);
        return new Node(new ScanClient(settings));
    }

    /** Asks for the decision on a call. */
    ScanAnswer scan(ScanRequest call) throws ScanFailure, InterruptedException {
        return client.scan(call, CallerHeaders.NONE);
    }

    /** Reports the response to a call. */
    void respond(String traceId, String text) throws ScanFailure, InterruptedException {
        client.report(new ResponseScanRequest(traceId, Map.of("text", text), 200, null, null), CallerHeaders.NONE);
    }
}
