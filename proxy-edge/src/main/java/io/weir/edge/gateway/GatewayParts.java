package io.weir.edge.gateway;

import io.weir.client.ScanClient;
import io.weir.edge.enforce.DecisionHeaders;
import io.weir.edge.enforce.Reports;
import io.weir.edge.upstream.UpstreamClient;
import org.eclipse.jetty.http.HttpField;

/**
 * What the handlers of one gateway share.
 *
 * @param config settings
 * @param credential the gateway's own key for the scan API, in the form it must not leave in; empty if there is none
 * @param via how the gateway names itself in what it forwards (RFC 9110, 7.6.3); by that it also finds loops
 * @param scanClient the scan API
 * @param reports reports of responses, by the same client
 * @param upstreamClient the upstreams
 * @param decisionHeaders what every answer says
 * @param metrics meters
 */
record GatewayParts(
        GatewayConfig config,
        String credential,
        HttpField via,
        ScanClient scanClient,
        Reports reports,
        UpstreamClient upstreamClient,
        DecisionHeaders decisionHeaders,
        GatewayMetrics metrics) {

    @Override
    public String toString() {
        return "GatewayParts[" + via.getValue() + "]";
    }
}
