package io.weir.engine.fingerprint;

import io.weir.schemas.word.LeafRole;
import java.util.Set;

/**
 * Which leaves of a payload name a destination; all others carry content.
 *
 * @param destinationAddresses addresses of the leaves that name one
 */
public record LeafRoles(Set<String> destinationAddresses) {

    /** All leaves carry content. */
    public static final LeafRoles CONTENT_ONLY = new LeafRoles(Set.of());

    /** Copies the set. */
    public LeafRoles {
        destinationAddresses = Set.copyOf(destinationAddresses);
    }

    /** The role of a leaf. */
    LeafRole of(String address) {
        return destinationAddresses.contains(address) ? LeafRole.DESTINATION : LeafRole.CONTENT;
    }
}
