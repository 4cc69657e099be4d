package io.weir.schemas.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How many scans one node has counted for one credential in one month so far. The sum over all nodes is what the
 * credential has used.
 *
 * @param tenant whose credential it is
 * @param credential id of the key, or fingerprint of a key that the configuration names
 * @param period month in UTC, for example {@code 2026-11}
 * @param node UUID of the process that counted
 * @param scans calls judged
 */
public record ScansCounted(
        @JsonProperty("tenant") String tenant,
        @JsonProperty("credential") String credential,
        @JsonProperty("period") String period,
        @JsonProperty("node") String node,
        @JsonProperty("scans") long scans) {

    /** The same, and one call more. */
    public ScansCounted plusOne() {
        return new ScansCounted(tenant, credential, period, node, scans + 1);
    }

    /** Key of the topic's record: the last count of a node stands for all before it. */
    public String recordKey() {
        return tenant + "|" + credential + "|" + period + "|" + node;
    }
}
