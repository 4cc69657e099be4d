package io.weir.edge.envoy;

import io.weir.client.ScanClient;
import io.weir.edge.enforce.DecisionHeaders;
import io.weir.edge.enforce.EdgeMeters;
import io.weir.edge.enforce.Reports;

/**
 * What the services of one edge share.
 *
 * @param config settings
 * @param scanClient the scan API
 * @param reports reports of responses, by the same client
 * @param credential the edge's own key for it, which no header may hold that goes on; empty if there is none
 * @param decisionHeaders what every answer says
 * @param meters what is counted
 */
record EnvoyParts(
        EnvoyConfig config,
        ScanClient scanClient,
        Reports reports,
        String credential,
        DecisionHeaders decisionHeaders,
        EdgeMeters meters) {

    @Override
    public String toString() {
        return "EnvoyParts[]";
    }
}
