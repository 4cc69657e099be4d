package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Content sketch of a payload: keyed hashes of chosen shingles and of short values, with their places. Two payloads
 * can be compared only if scheme, epoch and tenant are the same.
 *
 * @param scheme shingling and packing, for example {@code weir2-k12-w9}
 * @param epoch number of the hash key
 * @param leaves the texts of the payload, in document order; packed in our own JSON
 * @param prints the chosen shingle hashes, packed and base64-encoded; the packing belongs to the scheme
 * @param values the short values, in document order; packed in our own JSON
 */
public record Fingerprint(
        @JsonProperty("scheme") String scheme,
        @JsonProperty("epoch") int epoch,
        @JsonProperty("leaves") List<LeafOutline> leaves,
        @JsonProperty("prints") String prints,
        @JsonProperty("values") List<ValuePrint> values) {

    /** Copies the lists, unless they cannot be changed anyway. */
    public Fingerprint {
        leaves = List.copyOf(leaves);
        values = PackedValues.fixed(values);
    }
}
