package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import java.util.List;

/**
 * Where a call can carry data to.
 *
 * @param kind what the destination is addressed by
 * @param label the destination as a person may read it: masked so that no data hidden in it is kept
 * @param hash keyed hash of the normalised destination, 16 hex digits
 * @param audience who can see what arrives there
 * @param address JSON pointer of the leaf that names it
 * @param nameHashes keyed hashes of the words in it (the name before the at-sign, the host's labels), in order
 */
public record Destination(
        @JsonProperty("kind") DestinationKind kind,
        @JsonProperty("label") String label,
        @JsonProperty("hash") String hash,
        @JsonProperty("audience") Audience audience,
        @JsonProperty("address") String address,
        @JsonProperty("name_hashes") List<String> nameHashes) {

    /** Copies the list. */
    public Destination {
        nameHashes = List.copyOf(nameHashes);
    }

    /** A destination without words. */
    public Destination(DestinationKind kind, String label, String hash, Audience audience, String address) {
        this(kind, label, hash, audience, address, List.of());
    }
}
