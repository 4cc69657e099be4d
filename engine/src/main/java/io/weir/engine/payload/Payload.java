package io.weir.engine.payload;

import java.util.List;

/**
 * A payload as its leaves.
 *
 * @param leaves in document order
 * @param gaps what could not be looked into, a line each; never content
 */
public record Payload(List<Leaf> leaves, List<String> gaps) {

    /** Copies the lists. */
    public Payload {
        leaves = List.copyOf(leaves);
        gaps = List.copyOf(gaps);
    }
}
