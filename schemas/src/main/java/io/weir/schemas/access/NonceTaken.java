package io.weir.schemas.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A signed request came with a nonce. Of those with the same nonce the first in the log is good, and no other.
 *
 * @param claimId id of this request at the node that got it, a UUID
 * @param keyId the key that signed
 * @param nonce as it was sent
 * @param endMillis from when on the request is too old in any case, epoch milliseconds
 * @param timeMillis when it came, epoch milliseconds
 */
public record NonceTaken(
        @JsonProperty("claim_id") String claimId,
        @JsonProperty("key_id") String keyId,
        @JsonProperty("nonce") String nonce,
        @JsonProperty("end") long endMillis,
        @JsonProperty("time") long timeMillis) {

    /** The record key. */
    public String recordKey() {
        return keyId + "|" + nonce;
    }
}
