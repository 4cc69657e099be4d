package io.weir.edge.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Headers for an upstream, as they are kept.
 *
 * @param name by which routes know them
 * @param madeAt ISO 8601
 * @param revoked whether they may not be used any more
 * @param sealed by header name: nonce and AES-256-GCM ciphertext, in base64
 */
record StoredCredential(
        @JsonProperty(value = "name", required = true) String name,
        @JsonProperty(value = "made_at", required = true) String madeAt,
        @JsonProperty("revoked") boolean revoked,
        @JsonProperty(value = "sealed", required = true) Map<String, String> sealed) {

    StoredCredential {
        sealed = Collections.unmodifiableMap(new TreeMap<>(sealed));
    }

    StoredCredential revokedNow() {
        return new StoredCredential(name, madeAt, true, Map.of());
    }
}
