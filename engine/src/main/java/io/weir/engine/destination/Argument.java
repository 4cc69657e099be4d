package io.weir.engine.destination;

import io.weir.engine.command.Transfer;
import io.weir.engine.payload.Leaf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of a call's body as the tool gets it.
 *
 * @param leaf the leaf
 * @param role what the member that it stands in says about its value; null where that says nothing
 * @param transfers what it sends somewhere, if it is a command
 */
record Argument(Leaf leaf, @Nullable DestinationRole role, List<Transfer> transfers) {

    String address() {
        return leaf.address();
    }

    String text() {
        return leaf.text();
    }
}
